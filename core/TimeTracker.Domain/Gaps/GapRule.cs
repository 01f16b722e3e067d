namespace TimeTracker.Domain;

/// <summary>A person's rule for one kind of gap.</summary>
/// <param name="Action">What is done with one.</param>
/// <param name="Threshold">Shorter ones are recorded as kept, and nobody is asked. Of an entry that runs on: how long
/// it may.</param>
public readonly record struct GapRule(GapAction Action, TimeSpan Threshold)
{
    /// <summary>The longest threshold that is accepted.</summary>
    public static readonly TimeSpan ThresholdMax = TimeSpan.FromDays(7);
}
