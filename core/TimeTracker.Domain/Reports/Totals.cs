namespace TimeTracker.Domain;

/// <summary>Time, told apart by how it is known. Each amount is at least zero.</summary>
/// <param name="Certain">Measured, or stated by the person.</param>
/// <param name="Estimated">Taken from the wall clock across a reboot.</param>
/// <param name="Unanswered">What waits for the answer to a question.</param>
public readonly record struct Totals(TimeSpan Certain, TimeSpan Estimated, TimeSpan Unanswered)
{
    /// <summary>All time.</summary>
    public TimeSpan Total => Certain + Estimated + Unanswered;

    /// <summary>The sum, amount by amount.</summary>
    public static Totals operator +(Totals left, Totals right) => new(
        left.Certain + right.Certain, left.Estimated + right.Estimated, left.Unanswered + right.Unanswered);
}
