namespace TimeTracker.Domain;

/// <summary>Decides what the commands on projects do.</summary>
internal static class ProjectDecider
{
    /// <summary>
    /// Gives every project of one name another name. Merging gives two projects one name, by which they are one in
    /// every list and report: one operation for a project of any size, and one to take it back.
    /// </summary>
    internal static Decision Rename(Draft draft, Command.RenameProject rename)
    {
        if (!ProjectName.TryParse(rename.Name, out var name, out var rejection)
            || !ProjectName.TryParse(rename.NewName, out var wanted, out rejection))
        {
            return new Decision.Rejected(rejection);
        }

        var mine = draft.State.FindProjects(name);
        if (mine.Count == 0)
        {
            return new Decision.Rejected(Rejection.UnknownProject(name.Value));
        }

        var others = wanted.Equals(name) ? [] : draft.State.FindProjects(wanted);
        if (others.Count > 0 && !rename.Merge)
        {
            return new Decision.Rejected(Rejection.ProjectExists(others[0].Name));
        }

        var spelling = others.Count > 0 ? others[0].Name : wanted;
        var changed = mine.Where(project => project.Name.Value != spelling.Value).ToList();
        changed.ForEach(project => draft.Say(
            new OperationBody.OfProject(project.Id, new() { Name = Field.Set(spelling) })));
        return changed.Count == 0 ? new Decision.NothingToDo(NothingToDoReason.NoChange) : draft.Accept();
    }
}
