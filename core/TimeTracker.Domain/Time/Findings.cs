namespace TimeTracker.Domain;

/// <summary>What two readings tell about the time between them.</summary>
/// <param name="Gap">A stretch inside the running entry that someone must judge.</param>
/// <param name="Step">How far the wall clock was moved; null where by less than
/// <see cref="GapDetector.StepMin"/>, or where that cannot be told.</param>
/// <param name="Stall">How long the program that keeps the watch did not run although the machine was awake.</param>
/// <param name="PollGap">How long nobody looked while the machine was awake: for diagnosis, and no sign of sleep.</param>
public sealed record Findings(GapFound? Gap, TimeSpan? Step, TimeSpan? Stall, TimeSpan? PollGap)
{
    /// <summary>Nothing out of the ordinary.</summary>
    public static Findings None { get; } = new(null, null, null, null);

    /// <summary>Whether there is something that the store should keep.</summary>
    public bool MustBeRecorded => Gap is not null || Step is not null || Stall is not null;
}
