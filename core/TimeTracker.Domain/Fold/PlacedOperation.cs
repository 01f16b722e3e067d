namespace TimeTracker.Domain;

/// <summary>An operation where it stands in the order that all replicas fold in, with what its author knew.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Device">The device that pushed it, or will.</param>
/// <param name="Seen">The feed number up to which its author had pulled when it was made.</param>
/// <param name="Relayed">Whether another device than <paramref name="Device"/> made it.</param>
/// <param name="FeedNo">Its place in the feed; null while the feed has not brought it.</param>
/// <param name="Received">When the server took it; null while the feed has not brought it.</param>
public sealed record PlacedOperation(
    Operation Operation, DeviceId Device, long Seen, bool Relayed, long? FeedNo, Instant? Received)
{
    /// <summary>The fields that it sets.</summary>
    public PatchFields Fields => Operation.Body.Fields;

    /// <summary>Whether its author knew an operation that stands before it.</summary>
    public bool HasSeen(PlacedOperation earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return earlier.FeedNo <= Seen || (Device == earlier.Device && !Relayed && !earlier.Relayed);
    }

    /// <summary>Whether neither author knew of the other's operation.</summary>
    public bool IsConcurrentWith(PlacedOperation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !HasSeen(other) && !other.HasSeen(this);
    }

    /// <summary>
    /// Whether it was made later by its author's clock, which counts no later than the server received it; of two made
    /// at once, the one with the greater id.
    /// </summary>
    public bool IsLaterThan(PlacedOperation other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (MadeAt, Operation.Id.Value).CompareTo((other.MadeAt, other.Operation.Id.Value)) > 0;
    }

    private long MadeAt => Math.Min(Operation.Reading.UtcMicroseconds, Received?.Microseconds ?? long.MaxValue);
}
