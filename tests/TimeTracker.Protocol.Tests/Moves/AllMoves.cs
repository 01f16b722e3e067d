using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Moves;

/// <summary>Everything that can happen in a world.</summary>
internal static class AllMoves
{
    internal static List<Move> Of(ProtocolCase rules, World world)
    {
        var moves = new List<Move>();
        CommandMoves.AddTo(moves, rules, world);
        WorkerMoves.AddTo(moves, rules, world);
        ServerMoves.AddTo(moves, rules, world);
        WorkerFaults.AddTo(moves, rules, world);
        NetworkFaults.AddTo(moves, rules, world);
        RestoreFaults.AddTo(moves, rules, world);
        return moves;
    }

    /// <summary>The world after a step that can happen in this one.</summary>
    internal static World After(ProtocolCase rules, World world, Step step)
    {
        foreach (var move in Of(rules, world))
        {
            if (move.Step.Equals(step))
            {
                return move.Next;
            }
        }

        throw new InvalidOperationException($"In this world it cannot happen that {step}.");
    }
}
