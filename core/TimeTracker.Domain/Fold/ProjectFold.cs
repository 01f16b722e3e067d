namespace TimeTracker.Domain;

/// <summary>Turns the operations of one project, in their order, into the project.</summary>
public static class ProjectFold
{
    /// <summary>The project after one more operation; what it was where the patch cannot stand: the first one of a
    /// project needs a name.</summary>
    public static Project? Apply(Project? before, ProjectId id, ProjectPatch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return before is null && !patch.Name.IsSet
            ? null
            : new(id, patch.Name.Over(before?.Name!), patch.Removed.Over(before?.Removed ?? false));
    }

    /// <summary>The project that merged fields make; null for none.</summary>
    public static Project? Merge(ProjectId id, MergedFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return Apply(null, id, fields.Winners.Aggregate(new ProjectPatch(), (before, winner) =>
            winner.Value.Operation.Body is OperationBody.OfProject(_, var said) ? said.Only(winner.Key).Over(before) : before));
    }

    /// <summary>The project after all of its operations; null where none of them names it.</summary>
    public static Project? All(IEnumerable<Operation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        Project? folded = null;
        foreach (var operation in operations)
        {
            if (operation.Body is OperationBody.OfProject(var id, var patch))
            {
                folded = Apply(folded, id, patch);
            }
        }

        return folded;
    }
}
