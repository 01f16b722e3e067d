namespace TimeTracker.Domain;

/// <summary>Details that hold.</summary>
/// <param name="Patch">The entry's fields, but for its span.</param>
/// <param name="NewProject">The operation that makes the project where it is new.</param>
internal sealed record CheckedDetails(EntryPatch Patch, OperationBody.OfProject? NewProject)
{
    /// <summary>The details of a new entry that is like an earlier one.</summary>
    internal static CheckedDetails Like(Entry entry) => new(
        new()
        {
            Description = Field.Set(entry.Description),
            Project = Field.Set(entry.Project),
            Tags = Field.Set(entry.Tags),
            Billable = Field.Set(entry.Billable),
            Continues = Field.Set<EntryId?>(entry.Id),
        },
        NewProject: null);
}
