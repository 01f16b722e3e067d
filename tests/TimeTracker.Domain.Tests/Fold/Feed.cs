namespace TimeTracker.Domain.Tests.Fold;

/// <summary>What two devices say of one entry, numbered from 1 as the server takes it, with words for tests.</summary>
internal sealed class Feed
{
    internal static readonly DeviceId Laptop = new(new Guid("018f0000-0000-7000-8000-0000000000d1"));
    internal static readonly DeviceId Phone = new(new Guid("018f0000-0000-7000-8000-0000000000d2"));
    internal static readonly EntryId Entry = new(Id(1).Value);

    private readonly List<PlacedOperation> _operations = [];

    internal IReadOnlyList<PlacedOperation> Operations => _operations;

    internal MergedFields Merged => MergeFold.Of(_operations);

    internal static OperationId Id(int number) =>
        OperationId.FromMinted(new Guid($"018f0000-0000-7000-8000-{number:x10}01"));

    internal static EntryPatch Described(string text) => new() { Description = Field.Set(Description.Parse(text)) };

    /// <summary>What makes the entry: it runs from the first minute.</summary>
    internal static EntryPatch Made(string text) => Spanning(0) with { Description = Field.Set(Description.Parse(text)) };

    internal static EntryPatch Removing(bool removed = true) => new() { Removed = Field.Set(removed) };

    /// <summary>A start, or the time from one minute of the morning to another.</summary>
    internal static EntryPatch Spanning(int from, int? to = null) => new()
    {
        Span = Field.Set<EntrySpan>(to is { } end
            ? new EntrySpan.Closed(Zoned(from), Zoned(end))
            : new EntrySpan.Open(Zoned(from), At(from))),
    };

    internal static Instant At(int minute) =>
        Instant.Nearest(Desk.Morning).AddSaturating(TimeSpan.FromMinutes(minute));

    internal static ZonedInstant Zoned(int minute) => new(At(minute), "UTC", 0);

    /// <summary>Says something of the entry.</summary>
    /// <param name="by">Which device says it.</param>
    /// <param name="patch">What.</param>
    /// <param name="at">At which minute by that device's clock.</param>
    /// <param name="seen">What it knew: the number up to which it had pulled.</param>
    /// <param name="relayed">Whether another made it for this device.</param>
    internal PlacedOperation Say(DeviceId by, EntryPatch patch, int at = 0, long seen = 0, bool relayed = false) =>
        Say(by, new OperationBody.OfEntry(Entry, patch), at, seen, relayed);

    internal PlacedOperation Say(DeviceId by, OperationBody body, int at = 0, long seen = 0, bool relayed = false)
    {
        var number = _operations.Count + 1;
        var reading = new Reading(At(at).Microseconds, TimeSpan.Zero, TimeSpan.Zero, ClockDomain.None);
        _operations.Add(new(new Operation(Id(number), body, reading), by, seen, relayed, number, Received: null));
        return _operations[^1];
    }
}
