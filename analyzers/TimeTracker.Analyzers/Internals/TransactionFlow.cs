using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// The forward analysis over one control flow graph. Finally regions are run through at each branch that leaves them;
/// a handler starts with what held at the entry of its try region and before each operation that can throw.
/// </summary>
internal sealed class TransactionFlow(ControlFlowGraph graph, OperationEffect effect)
{
    // A lattice this small settles in a few rounds; the bound only guards against a mistake in it.
    private const int RoundsMax = 64;

    private readonly FlowState?[] _entry = new FlowState?[graph.Blocks.Length];
    private readonly bool[] _dirty = new bool[graph.Blocks.Length];

    /// <summary>Settles the states, then walks every reachable operation once more with the settled state.</summary>
    public void Run(FlowState start)
    {
        _entry[0] = start;
        _dirty[0] = true;
        for (var round = 0; Array.IndexOf(_dirty, true) >= 0 && round < RoundsMax; round++)
        {
            foreach (var block in graph.Blocks.Where(block => _dirty[block.Ordinal]))
            {
                _dirty[block.Ordinal] = false;
                Visit(block, record: false);
            }
        }

        foreach (var block in graph.Blocks)
        {
            Visit(block, record: true);
        }
    }

    private void Visit(BasicBlock block, bool record)
    {
        if (_entry[block.Ordinal] is { } state)
        {
            var after = Through(block, state, record);
            Follow(block.ConditionalSuccessor, after, record);
            Follow(block.FallThroughSuccessor, after, record);
        }
    }

    private FlowState Through(BasicBlock block, FlowState state, bool record)
    {
        foreach (var operation in block.Operations)
        {
            Throw(block, state);
            state = effect.Apply(operation, state, record);
        }

        if (block.BranchValue is { } value)
        {
            Throw(block, state);
            state = effect.Apply(value, state, record);
        }

        return state;
    }

    private void Follow(ControlFlowBranch? branch, FlowState state, bool record)
    {
        if (branch is null)
        {
            return;
        }

        foreach (var region in branch.FinallyRegions)
        {
            state = Finally(region, state, record);
        }

        if (branch.Destination is { } destination)
        {
            Meet(destination.Ordinal, state);
        }
    }

    // A finally region has its own small fixed point per branch that leaves its try region.
    private FlowState Finally(ControlFlowRegion region, FlowState state, bool record)
    {
        var states = new Dictionary<int, FlowState> { [region.FirstBlockOrdinal] = state };
        var dirty = new SortedSet<int> { region.FirstBlockOrdinal };
        FlowState? leaving = null;
        for (var step = 0; dirty.Count > 0 && step < RoundsMax * graph.Blocks.Length; step++)
        {
            var at = dirty.Min;
            dirty.Remove(at);
            var block = graph.Blocks[at];
            var after = Through(block, states[at], record);
            Step(block.ConditionalSuccessor, after);
            Step(block.FallThroughSuccessor, after);
        }

        return leaving ?? state;

        void Step(ControlFlowBranch? branch, FlowState after)
        {
            if (branch is null)
            {
                return;
            }

            foreach (var inner in branch.FinallyRegions)
            {
                after = Finally(inner, after, record);
            }

            if (branch.Destination is null || branch.Destination.Ordinal < region.FirstBlockOrdinal
                || branch.Destination.Ordinal > region.LastBlockOrdinal)
            {
                leaving = leaving is null ? after : leaving.Join(after);
                return;
            }

            var to = branch.Destination.Ordinal;
            var joined = states.TryGetValue(to, out var before) ? before.Join(after) : after;
            if (before is null || !before.Same(joined))
            {
                states[to] = joined;
                dirty.Add(to);
            }
        }
    }

    // Transactions begun inside the try region are not counted on in its handlers: the begin itself can throw.
    private void Throw(BasicBlock block, FlowState state)
    {
        for (var region = block.EnclosingRegion;
            region is not null && region.Kind != ControlFlowRegionKind.Root;
            region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try
                || region.EnclosingRegion is not { Kind: ControlFlowRegionKind.TryAndCatch } handlers
                || _entry[region.FirstBlockOrdinal] is not { } entered)
            {
                continue;
            }

            foreach (var handler in handlers.NestedRegions.Where(nested => nested.Kind != ControlFlowRegionKind.Try))
            {
                Meet(handler.FirstBlockOrdinal, entered.Join(state));
            }
        }
    }

    private void Meet(int block, FlowState state)
    {
        var before = _entry[block];
        var joined = before is null ? state : before.Join(state);
        if (before is null || !before.Same(joined))
        {
            _entry[block] = joined;
            _dirty[block] = true;
        }
    }
}
