using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Decides what was asked for and writes it, in the caller's transaction; to commit it is left to the caller.</summary>
internal static class StepWriter
{
    /// <param name="transaction">The caller's.</param>
    /// <param name="state">What the store says, read in this transaction.</param>
    /// <param name="id">The id of what is asked for.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="step">The step that it belongs to; null where it is one alone.</param>
    /// <param name="now">When.</param>
    internal static StepOutcome Write(
        WriteTransaction transaction, StoreState state, CommandId id, Command command, CommandId? step, Moment now)
    {
        var plan = StepPlan.Of(transaction, id, command);
        var refused = new List<Rejection>();
        var operations = new List<Operation>();
        IReadOnlyList<EntryId> changed = [];
        if (command is Command.Repeat(var refusedOnce) && !OutboxTable.IsParked(transaction, refusedOnce))
        {
            return new StepOutcome.NothingToDo(NothingToDoReason.AlreadyAnswered);
        }

        foreach (var (part, decided) in plan)
        {
            switch (Decider.Decide(state, part, decided, now))
            {
                case Decision.Accepted accepted:
                    // What is recorded of the id that was given is what was asked for, so that a repeat is known as one.
                    changed = LedgerWriter.Write(
                        transaction, part, part == id ? command : decided, accepted, Checkpoint.Next(state, now.Reading),
                        changed, step ?? (part == id ? null : id));
                    if (decided is Command.Repeat(var parked))
                    {
                        OutboxTable.Dismiss(transaction, parked);
                    }

                    operations.AddRange(accepted.Operations.Select((body, index) =>
                        new Operation(part.Operation(index + 1), body, now.Reading)));
                    break;
                case Decision.NothingToDo nothing:
                    return new StepOutcome.NothingToDo(nothing.Reason);
                case Decision.Rejected rejected:
                    refused.Add(rejected.Rejection);
                    break;
                case var other:
                    throw new InvalidOperationException($"{other.GetType()} is no decision");
            }

            state = new StoreState(transaction);
        }

        return refused.Count == 0
            ? new StepOutcome.Written(operations, changed)
            : new StepOutcome.Refused(Rejection.Several(InTheWay(refused, plan)), MustRollBack: operations.Count > 0);
    }

    /// <summary>A command of the step itself is in the way only because another one could not be taken back.</summary>
    private static List<Rejection> InTheWay(
        List<Rejection> refused, IReadOnlyList<(CommandId Id, Command Command)> plan)
    {
        var own = plan.Select(part => (part.Command as Command.Undo)?.Expected).OfType<CommandId>().ToHashSet();
        var others = refused.FindAll(rejection => rejection.Blocker is not { } blocker || !own.Contains(blocker));
        return others.Count == 0 ? refused : others;
    }
}
