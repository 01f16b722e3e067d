using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// The unprotected writes of one graph that lie on a path with another of them, or with themselves in a loop.
/// </summary>
internal sealed class SeveralWrites
{
    private readonly Dictionary<int, HashSet<int>> _reached = [];

    public SeveralWrites(GraphResult graph)
    {
        var writes = graph.Commands.Where(seen => seen.IsUnprotectedWrite)
            .OrderBy(seen => seen.Call.Syntax.SpanStart).ToList();
        var later = writes.Where(seen => seen.State.Writes > 0).ToList();
        while (later.Count > 0)
        {
            var first = later[0];
            var group = writes.Where(seen => seen == first || Connected(graph, seen, first)).ToList();
            Groups.Add((first, group));
            later.RemoveAll(group.Contains);
        }
    }

    /// <summary>The first write that is not alone on its path, with all that share a path with it.</summary>
    public List<(CommandSeen First, List<CommandSeen> All)> Groups { get; } = [];

    public bool Contains(CommandSeen seen) => Groups.Any(group => group.All.Contains(seen));

    private bool Connected(GraphResult graph, CommandSeen one, CommandSeen other)
    {
        var (from, to) = (Block(graph, one), Block(graph, other));
        return from < 0 || to < 0 || from == to || Reached(graph, from).Contains(to) || Reached(graph, to)
            .Contains(from);
    }

    private static int Block(GraphResult graph, CommandSeen seen)
    {
        foreach (var block in graph.Graph.Blocks)
        {
            if (block.Operations.Concat(block.BranchValue is { } value ? [value] : [])
                .Any(operation => operation.Syntax.Span.Contains(seen.Call.Syntax.Span)))
            {
                return block.Ordinal;
            }
        }

        return -1;
    }

    private HashSet<int> Reached(GraphResult graph, int start)
    {
        if (_reached.TryGetValue(start, out var reached))
        {
            return reached;
        }

        _reached[start] = reached = [];
        var open = new Stack<int>([start]);
        while (open.Count > 0)
        {
            var block = graph.Graph.Blocks[open.Pop()];
            foreach (var next in new[] { block.ConditionalSuccessor, block.FallThroughSuccessor }.SelectMany(Targets))
            {
                if (reached.Add(next))
                {
                    open.Push(next);
                }
            }
        }

        return reached;
    }

    private static IEnumerable<int> Targets(ControlFlowBranch? branch)
        => branch is null ? [] : branch.FinallyRegions.Select(region => region.FirstBlockOrdinal)
            .Concat(branch.Destination is { } to ? [to.Ordinal] : []);
}
