namespace TimeTracker.Domain;

/// <summary>What the server has decided of one operation, once and for all.</summary>
public abstract record Verdict
{
    /// <summary>The code of an operation whose id belongs to another one.</summary>
    public const string IdReused = "id_reused";

    /// <summary>The code of an operation whose payload is over <see cref="WireLimits.PayloadBytesMax"/>.</summary>
    public const string PayloadTooLarge = "payload_too_large";

    private Verdict()
    {
    }

    /// <summary>It stands in the feed now.</summary>
    /// <param name="FeedNo">Where.</param>
    public sealed record Accepted(long FeedNo) : Verdict;

    /// <summary>It stood in the feed before.</summary>
    /// <param name="FeedNo">Where.</param>
    public sealed record Duplicate(long FeedNo) : Verdict;

    /// <summary>It will never stand in the feed; its number is used up all the same, so that the next ones flow.</summary>
    /// <param name="Code">Which rule refused; a newer server may have codes that are not known here.</param>
    /// <param name="Reason">The rule in words.</param>
    public sealed record Rejected(string Code, string Reason) : Verdict;

    /// <summary>Refused because the id belongs to an operation with another payload.</summary>
    public static Rejected IdWasReused { get; } =
        new(IdReused, "Another operation with another payload has this id.");

    /// <summary>Refused because of the payload's length.</summary>
    public static Rejected PayloadIsTooLarge { get; } =
        new(PayloadTooLarge, $"The payload is over {WireLimits.PayloadBytesMax} bytes.");
}
