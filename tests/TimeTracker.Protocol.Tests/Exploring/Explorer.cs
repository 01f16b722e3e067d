using System.Diagnostics;
using TimeTracker.Protocol.Tests.Checks;
using TimeTracker.Protocol.Tests.Model;
using TimeTracker.Protocol.Tests.Moves;

namespace TimeTracker.Protocol.Tests.Exploring;

/// <summary>
/// Walks through everything that can happen in a case, nearest states first, so that the first failure it meets is one
/// with a shortest trace.
/// </summary>
internal sealed class Explorer
{
    /// <summary>A case that is not small is a mistake.</summary>
    private const int StatesMax = 60_000_000;

    private readonly ProtocolCase _case;
    private readonly Predicate<ViolationKind> _stopsAt;
    private readonly Graph _graph = new();
    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly List<Violation> _violations = [];
    private List<World> _next = [];
    private int _depth;

    private Explorer(ProtocolCase rules, Predicate<ViolationKind> stopsAt) => (_case, _stopsAt) = (rules, stopsAt);

    /// <summary>Goes on until all is seen, or something of a kind that it looks for is wrong.</summary>
    internal static Exploration Explore(ProtocolCase rules, Predicate<ViolationKind> stopsAt) =>
        new Explorer(rules, stopsAt).Run();

    private Exploration Run()
    {
        var found = Meet(_case.Start, -1, 0, out _);
        for (var first = 0; found is null && _next.Count > 0; _depth++)
        {
            var level = _next;
            _next = [];
            for (var index = 0; found is null && index < level.Count; index++)
            {
                found = Leave(level[index], first + index);
            }

            first += level.Count;
        }

        return new(_case, _graph.Count, _depth, _watch.Elapsed, found ?? OfRuns());
    }

    private Failure? Leave(World world, int state)
    {
        var moves = AllMoves.Of(_case, world);
        var ends = true;
        for (var index = 0; index < moves.Count; index++)
        {
            var failure = Meet(moves[index].Next, state, index, out var next);
            if (failure is not null)
            {
                return failure;
            }

            if (!moves[index].Step.IsFault)
            {
                ends = false;
                _graph.AddEdge(next);
            }
        }

        _graph.EndEdges();
        return ends ? End(world, state) : null;
    }

    private Failure? Meet(World world, int from, int move, out int state)
    {
        state = _graph.Number(world.Fingerprint, from, move, out var isNew);
        if (!isNew)
        {
            return null;
        }

        if (_graph.Count > StatesMax)
        {
            throw new InvalidOperationException($"{_case.Name} has more than {StatesMax:N0} states.");
        }

        _next.Add(world);
        _violations.Clear();
        Safety.Check(_violations, _case, world);
        foreach (var violation in _violations)
        {
            if (_stopsAt(violation.Kind))
            {
                return new(violation, TraceTo(state));
            }
        }

        return null;
    }

    private Failure? End(World world, int state)
    {
        if (Ending.IsFinished(_case, world))
        {
            _graph.Finish(state);
            return null;
        }

        var violation = Ending.Of(_case, world);
        return _stopsAt(violation.Kind) ? new(violation, TraceTo(state)) : null;
    }

    private Failure? OfRuns()
    {
        if (_stopsAt(ViolationKind.Stuck) && Liveness.FirstStuck(_graph) is var stuck and >= 0)
        {
            return new(new(ViolationKind.Stuck, "without faults it will never be finished"), TraceTo(stuck));
        }

        if (_stopsAt(ViolationKind.Endless) && Liveness.FirstOnCircle(_graph) is var circle and >= 0)
        {
            return new(new(ViolationKind.Endless, "without faults it can come back to this state"), TraceTo(circle));
        }

        return null;
    }

    private Trace TraceTo(int state)
    {
        var (world, steps) = (_case.Start, new List<Step>());
        foreach (var index in _graph.WayTo(state))
        {
            var move = AllMoves.Of(_case, world)[index];
            steps.Add(move.Step);
            world = move.Next;
        }

        return new(_case, [.. steps]);
    }
}
