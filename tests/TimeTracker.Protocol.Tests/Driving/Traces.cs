using TimeTracker.Protocol.Tests.Exploring;
using TimeTracker.Protocol.Tests.Model;
using TimeTracker.Protocol.Tests.Moves;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>Random runs of the model, to be replayed on a system.</summary>
internal static class Traces
{
    /// <summary>A run without faults ends; with them it has a few steps for each. Nothing is this long.</summary>
    private const int StepsMax = 1000;

    /// <summary>Runs from the start to where nothing more can happen. The same seed gives the same runs.</summary>
    internal static IReadOnlyList<Trace> Sample(ProtocolCase rules, int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Walk(rules, random))];
    }

    private static Trace Walk(ProtocolCase rules, Random random)
    {
        var (world, steps) = (rules.Start, new List<Step>());
        for (var moves = AllMoves.Of(rules, world); moves.Count > 0; moves = AllMoves.Of(rules, world))
        {
            if (steps.Count == StepsMax)
            {
                throw new InvalidOperationException($"A run of {rules.Name} has more than {StepsMax} steps.");
            }

            var move = moves[random.Next(moves.Count)];
            steps.Add(move.Step);
            world = move.Next;
        }

        return new(rules, [.. steps]);
    }
}
