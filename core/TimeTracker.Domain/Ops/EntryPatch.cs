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

    /// <summary>The fields that it sets.</summary>
    public PatchFields Fields =>
        (Description.IsSet ? PatchFields.Description : PatchFields.None)
        | (Project.IsSet ? PatchFields.Project : PatchFields.None)
        | (Tags.IsSet ? PatchFields.Tags : PatchFields.None)
        | (Billable.IsSet ? PatchFields.Billable : PatchFields.None)
        | (Span.IsSet ? PatchFields.Span : PatchFields.None)
        | (Continues.IsSet ? PatchFields.Continues : PatchFields.None)
        | (Paused.IsSet ? PatchFields.Paused : PatchFields.None)
        | (Removed.IsSet ? PatchFields.Removed : PatchFields.None);

    /// <summary>Whether both patches set some same field.</summary>
    public bool Touches(EntryPatch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Fields & other.Fields) != PatchFields.None;
    }

    /// <summary>What it says of some fields, and nothing of the rest.</summary>
    public EntryPatch Only(PatchFields fields) => new()
    {
        Description = fields.HasFlag(PatchFields.Description) ? Description : default,
        Project = fields.HasFlag(PatchFields.Project) ? Project : default,
        Tags = fields.HasFlag(PatchFields.Tags) ? Tags : default,
        Billable = fields.HasFlag(PatchFields.Billable) ? Billable : default,
        Span = fields.HasFlag(PatchFields.Span) ? Span : default,
        Continues = fields.HasFlag(PatchFields.Continues) ? Continues : default,
        Paused = fields.HasFlag(PatchFields.Paused) ? Paused : default,
        Removed = fields.HasFlag(PatchFields.Removed) ? Removed : default,
    };

    /// <summary>Both as one: what this one says, and of what it leaves alone what the other says.</summary>
    public EntryPatch Over(EntryPatch before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new()
        {
            Description = Description.Or(before.Description),
            Project = Project.Or(before.Project),
            Tags = Tags.Or(before.Tags),
            Billable = Billable.Or(before.Billable),
            Span = Span.Or(before.Span),
            Continues = Continues.Or(before.Continues),
            Paused = Paused.Or(before.Paused),
            Removed = Removed.Or(before.Removed),
        };
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
