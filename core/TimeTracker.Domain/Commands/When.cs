namespace TimeTracker.Domain;

/// <summary>When a command that acts on the timer is meant to act.</summary>
public abstract record When
{
    private When()
    {
    }

    /// <summary>At the reading of the command; it never fails for an overlap.</summary>
    public sealed record Now : When
    {
        /// <summary>The one value.</summary>
        public static Now Value { get; } = new();
    }

    /// <summary>At an instant that the person gives; refused in the future, or where it overlaps.</summary>
    /// <param name="Instant">Any value; it is checked.</param>
    public sealed record At(DateTimeOffset Instant) : When;

    /// <summary>An amount of time before the reading of the command; refused where it overlaps.</summary>
    /// <param name="Amount">Not negative; it is checked.</param>
    public sealed record Ago(TimeSpan Amount) : When;
}
