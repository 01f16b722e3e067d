namespace TimeTracker.Domain;

/// <summary>
/// What one operation says of an entry, field by field. The first patch of an entry sets at least its description and
/// span; there is no other kind of change, so that creating, editing, removing and taking back merge by one rule.
/// </summary>
public sealed record EntryPatch
{
    /// <summary>What the time was spent on.</summary>
    public Field<Description> Description { get; init; }

    /// <summary>The project; null for none.</summary>
    public Field<ProjectId?> Project { get; init; }

    /// <summary>The tags, all of them.</summary>
    public Field<TagSet> Tags { get; init; }

    /// <summary>Whether someone is to be billed.</summary>
    public Field<bool> Billable { get; init; }

    /// <summary>Start and end together.</summary>
    public Field<EntrySpan> Span { get; init; }

    /// <summary>The entry that it goes on from; null for none.</summary>
    public Field<EntryId?> Continues { get; init; }

    /// <summary>Whether a break began at its end.</summary>
    public Field<bool> Paused { get; init; }

    /// <summary>Whether it is removed.</summary>
    public Field<bool> Removed { get; init; }

    /// <summary>Whether the patch says nothing.</summary>
    public bool IsEmpty => this == new EntryPatch();

    /// <summary>Whether both patches set some same field.</summary>
    public bool Touches(EntryPatch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Description.IsSet && other.Description.IsSet)
            || (Project.IsSet && other.Project.IsSet)
            || (Tags.IsSet && other.Tags.IsSet)
            || (Billable.IsSet && other.Billable.IsSet)
            || (Span.IsSet && other.Span.IsSet)
            || (Continues.IsSet && other.Continues.IsSet)
            || (Paused.IsSet && other.Paused.IsSet)
            || (Removed.IsSet && other.Removed.IsSet);
    }

    /// <summary>The patch that gives each field set here the value that it has in <paramref name="before"/>.</summary>
    public EntryPatch Inverse(Entry before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new()
        {
            Description = Description.Inverse(before.Description),
            Project = Project.Inverse(before.Project),
            Tags = Tags.Inverse(before.Tags),
            Billable = Billable.Inverse(before.Billable),
            Span = Span.Inverse(before.Span),
            Continues = Continues.Inverse(before.Continues),
            Paused = Paused.Inverse(before.Paused),
            Removed = Removed.Inverse(!before.IsLive),
        };
    }
}
