namespace TimeTracker.Domain;

/// <summary>What one operation says of a gap, field by field; the first one sets entry, kind and range.</summary>
public sealed record GapPatch
{
    /// <summary>The entry that it lies in: another one once an earlier gap's answer has split the entry.</summary>
    public Field<EntryId> Entry { get; init; }

    /// <summary>Why it is doubtful.</summary>
    public Field<GapKind> Kind { get; init; }

    /// <summary>Where it lies.</summary>
    public Field<GapRange> Range { get; init; }

    /// <summary>What was decided; null for an open question.</summary>
    public Field<GapAnswer?> Answer { get; init; }

    /// <summary>Whether the command that brought it about was taken back.</summary>
    public Field<bool> Removed { get; init; }

    /// <summary>The fields that it sets.</summary>
    public PatchFields Fields =>
        (Entry.IsSet ? PatchFields.Entry : PatchFields.None)
        | (Kind.IsSet ? PatchFields.Kind : PatchFields.None)
        | (Range.IsSet ? PatchFields.Range : PatchFields.None)
        | (Answer.IsSet ? PatchFields.Answer : PatchFields.None)
        | (Removed.IsSet ? PatchFields.Removed : PatchFields.None);

    /// <summary>Whether both patches set some same field.</summary>
    public bool Touches(GapPatch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Fields & other.Fields) != PatchFields.None;
    }

    /// <summary>What it says of some fields, and nothing of the rest.</summary>
    public GapPatch Only(PatchFields fields) => new()
    {
        Entry = fields.HasFlag(PatchFields.Entry) ? Entry : default,
        Kind = fields.HasFlag(PatchFields.Kind) ? Kind : default,
        Range = fields.HasFlag(PatchFields.Range) ? Range : default,
        Answer = fields.HasFlag(PatchFields.Answer) ? Answer : default,
        Removed = fields.HasFlag(PatchFields.Removed) ? Removed : default,
    };

    /// <summary>Both as one: what this one says, and of what it leaves alone what the other says.</summary>
    public GapPatch Over(GapPatch before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new()
        {
            Entry = Entry.Or(before.Entry),
            Kind = Kind.Or(before.Kind),
            Range = Range.Or(before.Range),
            Answer = Answer.Or(before.Answer),
            Removed = Removed.Or(before.Removed),
        };
    }

    /// <summary>The patch that gives each field set here the value that it has in <paramref name="before"/>.</summary>
    public GapPatch Inverse(Gap before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new()
        {
            Entry = Entry.Inverse(before.Entry),
            Kind = Kind.Inverse(before.Kind),
            Range = Range.Inverse(before.Range),
            Answer = Answer.Inverse(before.Answer),
            Removed = Removed.Inverse(before.Removed),
        };
    }
}
