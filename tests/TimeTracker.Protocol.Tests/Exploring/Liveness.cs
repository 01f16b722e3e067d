namespace TimeTracker.Protocol.Tests.Exploring;

/// <summary>What can be said of whole runs, once all states are known.</summary>
internal static class Liveness
{
    /// <summary>The first state from which no run without faults gets to a finished one; or -1.</summary>
    internal static int FirstStuck(Graph graph)
    {
        var before = Reversed(graph, out var firsts);
        var reaching = new bool[graph.Count];
        var open = new Stack<int>();
        for (var state = 0; state < graph.Count; state++)
        {
            Reach(state, graph.IsFinished(state));
        }

        while (open.TryPop(out var state))
        {
            foreach (var earlier in before.AsSpan(firsts[state]..firsts[state + 1]))
            {
                Reach(earlier, true);
            }
        }

        return Array.IndexOf(reaching, false);

        void Reach(int state, bool reaches)
        {
            if (reaches && !reaching[state])
            {
                reaching[state] = true;
                open.Push(state);
            }
        }
    }

    /// <summary>The first state on a circle of steps without faults, or between two of them; or -1.</summary>
    internal static int FirstOnCircle(Graph graph)
    {
        var before = Reversed(graph, out var firsts);
        var after = Enumerable.Range(0, graph.Count).Select(state => graph.After(state).Length).ToArray();
        var gone = new bool[graph.Count];
        Peel(gone, after, state => before.AsSpan(firsts[state]..firsts[state + 1]));

        var into = new int[graph.Count];
        for (var state = 0; state < graph.Count; state++)
        {
            foreach (var next in gone[state] ? [] : graph.After(state))
            {
                into[next]++;
            }
        }

        Peel(gone, into, graph.After);
        return Array.IndexOf(gone, false);
    }

    /// <summary>Takes away what has no edges left on one side, until nothing of the kind is left.</summary>
    private static void Peel(bool[] gone, int[] edges, Func<int, ReadOnlySpan<int>> others)
    {
        var open = new Stack<int>(Enumerable.Range(0, gone.Length).Where(state => !gone[state] && edges[state] == 0));
        while (open.TryPop(out var state))
        {
            gone[state] = true;
            foreach (var other in others(state))
            {
                if (!gone[other] && --edges[other] == 0)
                {
                    open.Push(other);
                }
            }
        }
    }

    private static int[] Reversed(Graph graph, out int[] firsts)
    {
        firsts = new int[graph.Count + 2];
        for (var state = 0; state < graph.Count; state++)
        {
            foreach (var next in graph.After(state))
            {
                firsts[next + 2]++;
            }
        }

        for (var state = 2; state < firsts.Length; state++)
        {
            firsts[state] += firsts[state - 1];
        }

        var before = new int[graph.EdgeCount];
        for (var state = 0; state < graph.Count; state++)
        {
            foreach (var next in graph.After(state))
            {
                before[firsts[next + 1]++] = state;
            }
        }

        return before;
    }
}
