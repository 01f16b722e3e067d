namespace TimeTracker.Domain;

/// <summary>An entry as reports see it: a stretch of time [From, To) and what it can be grouped by.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; of a running entry, now.</param>
/// <param name="Certainty">How its time is known.</param>
/// <param name="Project">The project's name; null for none.</param>
/// <param name="Tags">The tags.</param>
public sealed record Booking(Instant From, Instant To, Certainty Certainty, string? Project, IReadOnlyList<string> Tags)
{
    /// <summary>The part within [from, to); null where there is none.</summary>
    public Booking? Within(Instant from, Instant to)
    {
        var (start, end) = (Instant.Later(From, from), Instant.Earlier(To, to));
        return start < end ? this with { From = start, To = end } : null;
    }
}
