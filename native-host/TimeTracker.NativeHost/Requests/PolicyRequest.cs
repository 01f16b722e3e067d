using TimeTracker.Domain;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Asks for the rules for gaps; where one is given, sets it first. The same again changes nothing more.</summary>
internal sealed record PolicyRequest : Request
{
    public string? Kind { get; init; }

    public string? Action { get; init; }

    public long? ThresholdMs { get; init; }

    internal override Answer Answer(Session session)
    {
        var policy = session.Tracker.Policy();
        switch (Change(policy))
        {
            case (_, _, { } failure):
                return failure;
            case ({ } kind, { } rule, _):
                session.Tracker.SetPolicy(kind, rule);
                policy = session.Tracker.Policy();
                break;
        }

        return new PolicyResult([.. Enum.GetValues<GapKind>().Select(kind => new PolicyMessage(
            kind.ToString(), policy[kind].Action.ToString(), (long)policy[kind].Threshold.TotalMilliseconds))]);
    }

    private (GapKind? Kind, GapRule? Rule, Failure? Failure) Change(GapPolicy policy)
    {
        if (Kind is null)
        {
            return Action is null && ThresholdMs is null
                ? default
                : (null, null, Failures.BadRequest("a rule needs the kind that it is for"));
        }

        if (Named.Of<GapKind>(Kind) is not { } kind)
        {
            return (null, null, Failures.BadRequest($"kind is one of {string.Join(", ", Enum.GetNames<GapKind>())}"));
        }

        var before = policy[kind];
        if (Named.Of<GapAction>(Action ?? before.Action.ToString()) is not { } action)
        {
            return (null, null, Failures.BadRequest($"action is one of {string.Join(", ", Enum.GetNames<GapAction>())}"));
        }

        return ThresholdMs is < 0 || ThresholdMs > GapRule.ThresholdMax.TotalMilliseconds
            ? (null, null, Failures.ThresholdOutOfRange)
            : (kind, new GapRule(action, ThresholdMs is { } ms ? TimeSpan.FromMilliseconds(ms) : before.Threshold), null);
    }
}
