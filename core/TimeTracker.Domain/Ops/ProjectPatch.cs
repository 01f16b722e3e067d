namespace TimeTracker.Domain;

/// <summary>What one operation says of a project, field by field; the first one sets its name.</summary>
public sealed record ProjectPatch
{
    /// <summary>What it is called.</summary>
    public Field<ProjectName> Name { get; init; }

    /// <summary>Whether its making was taken back.</summary>
    public Field<bool> Removed { get; init; }

    /// <summary>Whether both patches set some same field.</summary>
    public bool Touches(ProjectPatch other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Name.IsSet && other.Name.IsSet) || (Removed.IsSet && other.Removed.IsSet);
    }

    /// <summary>The patch that gives each field set here the value that it has in <paramref name="before"/>.</summary>
    public ProjectPatch Inverse(Project before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return new() { Name = Name.Inverse(before.Name), Removed = Removed.Inverse(before.Removed) };
    }
}
