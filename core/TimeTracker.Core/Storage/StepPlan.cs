using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>
/// The commands that carry out what was asked for: just that one, or, where a step is taken back or done again, one for
/// each of its commands. The last of them goes by the id that was given.
/// </summary>
internal static class StepPlan
{
    internal static IReadOnlyList<(CommandId Id, Command Command)> Of(ISnapshot snapshot, CommandId id, Command command) =>
        command switch
        {
            Command.Undo undo => Undos(snapshot, id, undo),
            Command.Redo => Redos(snapshot, id),
            _ => [(id, command)],
        };

    private static IReadOnlyList<(CommandId Id, Command Command)> Undos(ISnapshot snapshot, CommandId id, Command.Undo undo)
    {
        var found = undo.Chosen ? undo.Expected : CommandTable.LatestUndoable(snapshot);
        if (found is not { } target)
        {
            return [(id, undo)];
        }

        var step = CommandTable.StepOf(snapshot, target);
        var commands = !undo.Chosen && undo.Expected is { } expected && CommandTable.StepOf(snapshot, expected) != step
            ? []
            : CommandTable.OfStep(snapshot, step, undos: false);
        return commands.Count == 0 ? [(id, undo)] : Numbered(id, [.. commands.Select(one => new Command.Undo(one, Chosen: true))]);
    }

    private static IReadOnlyList<(CommandId Id, Command Command)> Redos(ISnapshot snapshot, CommandId id) =>
        CommandTable.LatestRedoable(snapshot) is { } latest
            ? Numbered(id, [.. CommandTable.OfStep(snapshot, CommandTable.StepOf(snapshot, latest), undos: true).Select(_ => new Command.Redo())])
            : [(id, new Command.Redo())];

    private static IReadOnlyList<(CommandId Id, Command Command)> Numbered(CommandId id, IReadOnlyList<Command> commands) =>
        [.. commands.Select((command, index) => (index == commands.Count - 1 ? id : Tracker.NewCommandId(), command))];
}
