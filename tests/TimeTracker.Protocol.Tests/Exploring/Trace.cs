using TimeTracker.Protocol.Tests.Model;
using TimeTracker.Protocol.Tests.Moves;

namespace TimeTracker.Protocol.Tests.Exploring;

/// <summary>A run from a case's start: what happened, one step a line.</summary>
internal sealed record Trace(ProtocolCase Case, Seq<Step> Steps)
{
    public override string ToString() => string.Join('\n', Steps.Select((step, index) => $"{index + 1,4}. {step}"));

    /// <summary>The worlds that the model goes through: the start, and the one after each step.</summary>
    internal IEnumerable<World> Worlds()
    {
        var world = Case.Start;
        yield return world;
        for (var index = 0; index < Steps.Count; index++)
        {
            yield return world = AllMoves.After(Case, world, Steps[index]);
        }
    }
}
