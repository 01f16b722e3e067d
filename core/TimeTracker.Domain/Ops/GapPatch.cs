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

    /// <summary>Whether both patches set some same field.</summary>
    public bool Touches(GapPatch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Entry.IsSet && other.Entry.IsSet)
            || (Kind.IsSet && other.Kind.IsSet)
            || (Range.IsSet && other.Range.IsSet)
            || (Answer.IsSet && other.Answer.IsSet)
            || (Removed.IsSet && other.Removed.IsSet);
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
