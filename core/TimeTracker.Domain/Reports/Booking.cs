namespace TimeTracker.Domain;

/// <summary>An entry as reports see it: a stretch of time [From, To) and what it can be grouped by.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it ends; of a running entry, now.</param>
/// <param name="Certainty">How its time is known.</param>
/// <param name="Project">The project's name; null for none.</param>
/// <param name="Tags">The tags.</param>
public sealed record Booking(Instant From, Instant To, Certainty Certainty, string? Project, IReadOnlyList<string> Tags)
{
    /// <summary>The stretches over which there is an open question; no two of them share time.</summary>
    public IReadOnlyList<(Instant From, Instant To)> Unanswered { get; init; } = [];

    /// <summary>Its time, told apart by how it is known.</summary>
    public Totals Totals
    {
        get
        {
            var open = Unanswered
                .Select(stretch => (From: Instant.Later(From, stretch.From), To: Instant.Earlier(To, stretch.To)))
                .Where(stretch => stretch.From < stretch.To)
                .Aggregate(TimeSpan.Zero, (sum, stretch) => sum + (stretch.To - stretch.From));
            var known = To - From - open;
            return Certainty == Certainty.Certain ? new(known, TimeSpan.Zero, open) : new(TimeSpan.Zero, known, open);
        }
    }

    /// <summary>The part within [from, to); null where there is none.</summary>
    public Booking? Within(Instant from, Instant to)
    {
        var (start, end) = (Instant.Later(From, from), Instant.Earlier(To, to));
        return start < end ? this with { From = start, To = end } : null;
    }
}
