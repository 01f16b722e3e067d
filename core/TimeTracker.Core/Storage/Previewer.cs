using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Decides a command on a snapshot and folds what it decides, without writing anything.</summary>
internal static class Previewer
{
    internal static CommandPreview Preview(ISnapshot snapshot, CommandId id, Command command, Moment now) =>
        Decider.Decide(new StoreState(snapshot), id, command, now) switch
        {
            Decision.Accepted accepted => new CommandPreview.Accepted(Changes(snapshot, id, accepted, now)),
            Decision.NothingToDo nothing => new CommandPreview.NothingToDo(nothing.Reason),
            Decision.Rejected rejected => new CommandPreview.Rejected(rejected.Rejection),
            var other => throw new InvalidOperationException($"{other.GetType()} is no decision"),
        };

    private static List<EntryChange> Changes(ISnapshot snapshot, CommandId id, Decision.Accepted accepted, Moment now)
    {
        var after = new Dictionary<EntryId, Entry>();
        var names = new Dictionary<ProjectId, string>();
        foreach (var (index, body) in accepted.Operations.Index())
        {
            if (body is OperationBody.OfProject(var project, { Name: { IsSet: true, Value: var name } }))
            {
                names[project] = name.Value;
            }
            else if (body is OperationBody.OfEntry(var entry, var patch))
            {
                var before = after.GetValueOrDefault(entry) ?? EntryTable.Find(snapshot, entry)?.Entry;
                after[entry] = EntryFold.Apply(before, entry, patch, id.Operation(index + 1))!;
            }
        }

        return [.. EntryViews.Imagined(snapshot, after.Values, now).Select(view => new EntryChange(
            EntryViews.Find(snapshot, view.Entry.Id, now),
            view.Entry.Project is { } made && names.TryGetValue(made, out var name) ? view with { Project = name } : view))];
    }
}
