namespace TimeTracker.Domain;

/// <summary>What one operation says of a project, field by field; the first one sets its name.</summary>
public sealed record ProjectPatch
{
    /// <summary>What it is called.</summary>
    public Field<ProjectName> Name { get; init; }

    /// <summary>Whether its making was taken back.</summary>
    public Field<bool> Removed { get; init; }

    /// <summary>The fields that it sets.</summary>
    public PatchFields Fields =>
        (Name.IsSet ? PatchFields.Name : PatchFields.None)
        | (Removed.IsSet ? PatchFields.Removed : PatchFields.None);

    /// <summary>Whether both patches set some same field.</summary>
    public bool Touches(ProjectPatch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Fields & other.Fields) != PatchFields.None;
    }

    /// <summary>What it says of some fields, and nothing of the rest.</summary>
    public ProjectPatch Only(PatchFields fields) => new()
    {
        Name = fields.HasFlag(PatchFields.Name) ? Name : default,
        Removed = fields.HasFlag(PatchFields.Removed) ? Removed : default,
    };

    /// <summary>Both as one: what this one says, and of what it leaves alone what the other says.</summary>
    public ProjectPatch Over(ProjectPatch before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new()
        {
            Name = Name.Or(before.Name),
            Removed = Removed.Or(before.Removed),
        };
    }

    /// <summary>The patch that gives each field set here the value that it has in <paramref name="before"/>.</summary>
    public ProjectPatch Inverse(Project before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new() { Name = Name.Inverse(before.Name), Removed = Removed.Inverse(before.Removed) };
    }
}
