using TimeTracker.Domain;

namespace TimeTracker.PowerShell;

/// <summary>What is done with doubtful time of one kind.</summary>
public sealed class TtPolicy
{
    internal TtPolicy(TtQuestionKind kind, GapRule rule) =>
        (Kind, Action, Threshold) = (kind, (TtPolicyAction)rule.Action, rule.Threshold);

    /// <summary>The kind.</summary>
    public TtQuestionKind Kind { get; }

    /// <summary>What is done.</summary>
    public TtPolicyAction Action { get; }

    /// <summary>Shorter times are kept and nobody is asked; of a long entry, how long it may be.</summary>
    public TimeSpan Threshold { get; }
}
