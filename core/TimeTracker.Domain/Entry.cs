namespace TimeTracker.Domain;

/// <summary>A stretch of a person's time, as its operations made it.</summary>
public sealed record Entry
{
    /// <summary>Its name for ever.</summary>
    public required EntryId Id { get; init; }

    /// <summary>What the time was spent on.</summary>
    public required Description Description { get; init; }

    /// <summary>The project; null for none.</summary>
    public ProjectId? Project { get; init; }

    /// <summary>The tags.</summary>
    public TagSet Tags { get; init; } = TagSet.Empty;

    /// <summary>Whether someone is to be billed for it.</summary>
    public bool Billable { get; init; }

    /// <summary>When it took place.</summary>
    public required EntrySpan Span { get; init; }

    /// <summary>The entry that this one goes on from; null where it begins something.</summary>
    public EntryId? Continues { get; init; }

    /// <summary>Whether a recorded break began where this entry ended, and has not ended yet.</summary>
    public bool Paused { get; init; }

    /// <summary>The operation that removed it; null while it counts. A removed entry stays in the store.</summary>
    public OperationId? RemovedBy { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsLive => RemovedBy is null;

    /// <summary>Whether it counts and has not ended.</summary>
    public bool IsRunning => IsLive && Span is EntrySpan.Open;
}
