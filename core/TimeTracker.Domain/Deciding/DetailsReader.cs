namespace TimeTracker.Domain;

/// <summary>Checks what a person says about an entry, and finds or makes the project it names.</summary>
internal static class DetailsReader
{
    /// <summary>The patch of a new entry, but for its span.</summary>
    internal static Judgement<CheckedDetails> ForNew(IState state, Details details) =>
        Read(state, details with
        {
            Description = details.Description ?? string.Empty,
            Project = details.Project ?? string.Empty,
            Tags = details.Tags ?? [],
            Billable = details.Billable ?? false,
        });

    /// <summary>The patch that sets just the fields that are given and differ from the entry.</summary>
    internal static Judgement<CheckedDetails> ForEdit(IState state, Entry entry, Details details)
    {
        if (Read(state, details).Fails(out var rejection, out var read))
        {
            return rejection;
        }

        var changed = new EntryPatch
        {
            Description = Changed(read.Patch.Description, entry.Description),
            Project = Changed(read.Patch.Project, entry.Project),
            Tags = Changed(read.Patch.Tags, entry.Tags),
            Billable = Changed(read.Patch.Billable, entry.Billable),
        };
        return read with { Patch = changed, NewProject = changed.Project.IsSet ? read.NewProject : null };
    }

    private static Judgement<CheckedDetails> Read(IState state, Details details)
    {
        var patch = new EntryPatch();
        OperationBody.OfProject? newProject = null;
        if (details.Description is not null)
        {
            if (!Description.TryParse(details.Description, out var description, out var rejection))
            {
                return rejection;
            }

            patch = patch with { Description = Field.Set(description) };
        }

        if (details.Project is { Length: > 0 })
        {
            if (!ProjectName.TryParse(details.Project, out var name, out var rejection))
            {
                return rejection;
            }

            var found = state.FindProject(name);
            newProject = Making(found, name);
            patch = patch with { Project = Field.Set<ProjectId?>(found?.Id ?? ProjectId.For(name)) };
        }
        else if (details.Project is not null)
        {
            patch = patch with { Project = Field.Set<ProjectId?>(null) };
        }

        if (details.Tags is not null)
        {
            if (!TagSet.TryParse(details.Tags, out var tags, out var rejection))
            {
                return rejection;
            }

            patch = patch with { Tags = Field.Set(tags) };
        }

        return new CheckedDetails(
            details.Billable is { } billable ? patch with { Billable = Field.Set(billable) } : patch, newProject);
    }

    private static OperationBody.OfProject? Making(Project? found, ProjectName name) => found switch
    {
        null => new(ProjectId.For(name), new() { Name = Field.Set(name) }),
        { Removed: true } => new(found.Id, new() { Removed = Field.Set(false) }),
        _ => null,
    };

    private static Field<T> Changed<T>(Field<T> field, T before) =>
        field.IsSet && !EqualityComparer<T>.Default.Equals(field.Value, before) ? field : default;
}
