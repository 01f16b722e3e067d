namespace TimeTracker.Domain;

/// <summary>
/// Decides what a command does, purely: the same state, command and moment give the same decision. Everything that a
/// front can ask for goes through here, once, inside the transaction that writes what it decides.
/// </summary>
public static class Decider
{
    /// <summary>Decides.</summary>
    /// <param name="state">A snapshot of the ledger's state.</param>
    /// <param name="id">The command's id, from which the ids of its operations and entries come.</param>
    /// <param name="command">What is asked for, unchecked.</param>
    /// <param name="moment">When and where it is asked.</param>
    public static Decision Decide(IState state, CommandId id, Command command, Moment moment)
    {
        var draft = new Draft(state, id, moment) { Adjust = command.Adjust };
        return command switch
        {
            Command.Start(var details, var when) => TimerDecider.Start(draft, details, when),
            Command.Stop(var when, var expected) => TimerDecider.Stop(draft, when, expected),
            Command.Switch(var details, var when, var expected) => TimerDecider.Switch(draft, details, when, expected),
            Command.Suspend(var when, var expected) => TimerDecider.Suspend(draft, when, expected),
            Command.Resume(var when, var expected) => TimerDecider.Resume(draft, when, expected),
            Command.Cancel(var expected) => TimerDecider.Cancel(draft, expected),
            Command.Continue(var entry, var when) => TimerDecider.Continue(draft, entry, when),
            Command.Add add => EntryDecider.Add(draft, add),
            Command.Edit edit => EntryDecider.Edit(draft, edit),
            Command.Remove(var entry) => EntryDecider.Remove(draft, entry),
            Command.Undo(var expected, var chosen) => UndoDecider.Undo(draft, expected, chosen),
            Command.Resolve(var gap, var resolution) => GapDecider.Resolve(draft, gap, resolution),
            Command.ReportAway away => GapDecider.ReportAway(draft, away),

            Command.Redo => UndoDecider.Redo(draft),
            Command.RenameProject rename => ProjectDecider.Rename(draft, rename),
            Command.SettleConflict(var conflict, var keepLoser) => ConflictDecider.Settle(draft, conflict, keepLoser),
            Command.Repeat(var operation) => ConflictDecider.Repeat(draft, operation),
            _ => throw new InvalidOperationException($"{command.GetType()} is no command"),
        };
    }
}
