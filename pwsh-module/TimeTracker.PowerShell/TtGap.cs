namespace TimeTracker.PowerShell;

/// <summary>A stretch of working hours in which nothing is booked; pipe it to Add-TtEntry to book it.</summary>
public sealed class TtGap
{
    internal TtGap(DateTimeOffset start, DateTimeOffset end) => (Start, End) = (start, end);

    /// <summary>Where it begins.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>Where it ends; itself not part of it.</summary>
    public DateTimeOffset End { get; }

    /// <summary>How long it is.</summary>
    public TimeSpan Duration => End - Start;
}
