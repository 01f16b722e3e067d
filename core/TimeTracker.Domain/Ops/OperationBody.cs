namespace TimeTracker.Domain;

/// <summary>What an operation says.</summary>
public abstract record OperationBody
{
    private OperationBody()
    {
    }

    /// <summary>The id of what it is about.</summary>
    public Guid EntityId => this switch
    {
        OfEntry entry => entry.Entry.Value,
        OfProject project => project.Project.Value,
        OfGap gap => gap.Gap.Value,
        NotUnderstood unknown => unknown.Entity,
        _ => throw new InvalidOperationException($"{GetType()} is no operation"),
    };

    /// <summary>The fields that it sets.</summary>
    public PatchFields Fields => this switch
    {
        OfEntry(_, var patch) => patch.Fields,
        OfProject(_, var patch) => patch.Fields,
        OfGap(_, var patch) => patch.Fields,
        _ => PatchFields.None,
    };

    /// <summary>Whether it removes what it is about.</summary>
    public bool Removes => this is OfEntry { Patch.Removed.Value: true } or OfProject { Patch.Removed.Value: true }
        or OfGap { Patch.Removed.Value: true };

    /// <summary>What it says of some fields, and nothing of the rest.</summary>
    public OperationBody Only(PatchFields fields) => this switch
    {
        OfEntry(var id, var patch) => new OfEntry(id, patch.Only(fields)),
        OfProject(var id, var patch) => new OfProject(id, patch.Only(fields)),
        OfGap(var id, var patch) => new OfGap(id, patch.Only(fields)),
        _ => this,
    };

    /// <summary>Removes what it is about, or brings it back, and says nothing else.</summary>
    public OperationBody Removing(bool removed) => this switch
    {
        OfEntry(var id, _) => new OfEntry(id, new() { Removed = Field.Set(removed) }),
        OfProject(var id, _) => new OfProject(id, new() { Removed = Field.Set(removed) }),
        OfGap(var id, _) => new OfGap(id, new() { Removed = Field.Set(removed) }),
        _ => this,
    };

    /// <summary>Of an entry.</summary>
    /// <param name="Entry">Which.</param>
    /// <param name="Patch">What.</param>
    public sealed record OfEntry(EntryId Entry, EntryPatch Patch) : OperationBody;

    /// <summary>Of a project.</summary>
    /// <param name="Project">Which.</param>
    /// <param name="Patch">What.</param>
    public sealed record OfProject(ProjectId Project, ProjectPatch Patch) : OperationBody;

    /// <summary>Of a gap.</summary>
    /// <param name="Gap">Which.</param>
    /// <param name="Patch">What.</param>
    public sealed record OfGap(GapId Gap, GapPatch Patch) : OperationBody;

    /// <summary>
    /// Something that this program cannot read: made by a newer one, or damaged. It is kept, counted and shown, and
    /// read again after an update.
    /// </summary>
    /// <param name="Entity">What it is about.</param>
    /// <param name="Kind">What it calls itself.</param>
    /// <param name="Why">What could not be read.</param>
    public sealed record NotUnderstood(Guid Entity, string Kind, string Why) : OperationBody;
}
