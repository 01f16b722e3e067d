using System.Runtime.InteropServices;

namespace TimeTracker.Protocol.Tests.Exploring;

/// <summary>
/// The states met so far, as numbers in the order in which they were met, and which follow which without a fault. A
/// state itself is not kept: the way to it is, as the number of the move at each step.
/// </summary>
internal sealed class Graph
{
    private readonly Dictionary<UInt128, int> _numbers = [];
    private readonly List<(int Parent, byte Move)> _ways = [];
    private readonly List<int> _edges = [];
    private readonly List<int> _firstEdges = [0];
    private readonly List<bool> _finished = [];

    internal int Count => _ways.Count;

    internal int EdgeCount => _edges.Count;

    /// <summary>The state's number, and whether it was not met before.</summary>
    internal int Number(UInt128 fingerprint, int parent, int move, out bool isNew)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, fingerprint, out var known);
        isNew = !known;
        if (isNew)
        {
            number = _ways.Count;
            _ways.Add((parent, checked((byte)move)));
            _finished.Add(false);
        }

        return number;
    }

    /// <summary>The state that is being left leads to this one without a fault.</summary>
    internal void AddEdge(int to) => _edges.Add(to);

    /// <summary>All edges of the state that is being left are there.</summary>
    internal void EndEdges() => _firstEdges.Add(_edges.Count);

    internal void Finish(int state) => _finished[state] = true;

    internal bool IsFinished(int state) => _finished[state];

    internal ReadOnlySpan<int> After(int state) =>
        CollectionsMarshal.AsSpan(_edges)[_firstEdges[state].._firstEdges[state + 1]];

    /// <summary>The move to take at each step from the start.</summary>
    internal List<int> WayTo(int state)
    {
        var way = new List<int>();
        for (; _ways[state].Parent >= 0; state = _ways[state].Parent)
        {
            way.Add(_ways[state].Move);
        }

        way.Reverse();
        return way;
    }
}
