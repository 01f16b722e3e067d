namespace TimeTracker.Domain;

/// <summary>Time, told apart by how it is known. Each amount is at least zero.</summary>
/// <param name="Certain">Measured, or stated by the person.</param>
/// <param name="Estimated">Taken from the wall clock across a reboot.</param>
/// <param name="Unanswered">The part of both over which there is an open question.</param>
public readonly record struct Totals(TimeSpan Certain, TimeSpan Estimated, TimeSpan Unanswered)
{
    /// <summary>All time, the unanswered included.</summary>
    public TimeSpan Total => Certain + Estimated;

    /// <summary>The sum, amount by amount.</summary>
    public static Totals operator +(Totals left, Totals right) => new(
        left.Certain + right.Certain, left.Estimated + right.Estimated, left.Unanswered + right.Unanswered);

    /// <summary>The totals of one stretch.</summary>
    public static Totals Of(TimeSpan duration, Certainty certainty) => certainty == Certainty.Certain
        ? new(duration, TimeSpan.Zero, TimeSpan.Zero)
        : new(TimeSpan.Zero, duration, TimeSpan.Zero);
}
