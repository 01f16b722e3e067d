using Polly;
using Polly.Retry;
using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Watching;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core;

/// <summary>Carries one command from the request to the result: look at the clocks, decide, write, commit.</summary>
internal sealed class CommandRunner(
    Database database, Watchkeeper watchkeeper, Func<Moment> readMoment, LogFile log, string folder)
{
    private const int UnknownCommitRetriesMax = 2;

    // Made with the first command: a program that only looks would pay a tenth of its start for it.
    private readonly Lazy<ResiliencePipeline<Attempt>> _untilKnown = new(static () => new ResiliencePipelineBuilder<Attempt>()
        .AddRetry(new RetryStrategyOptions<Attempt>
        {
            // The command's id finds what an earlier attempt wrote, so trying again is looking it up.
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { IsUnknown: true }),
            MaxRetryAttempts = UnknownCommitRetriesMax,
            Delay = TimeSpan.Zero,
        })
        .Build());

    internal CommandResult Execute(CommandId id, Command command, CommandId? step = null)
    {
        Attempt? inDoubt = null;
        var attempt = _untilKnown.Value.Execute(() =>
        {
            try
            {
                return inDoubt = Try(id, command, step);
            }
            catch (StoreException) when (inDoubt is not null)
            {
                // The store does not say what became of the attempt before: that this one changed nothing is no answer.
                return inDoubt;
            }
        });
        return attempt.Result ?? throw Failed(id, attempt);
    }

    /// <summary>Does what <see cref="Execute"/> would do, tells what that changes, and rolls it back.</summary>
    internal CommandPreview Preview(CommandId id, Command command)
    {
        using var transaction = database.BeginWrite();
        var now = readMoment();
        _ = watchkeeper.Observe(transaction, new StoreState(transaction), now);
        switch (StepWriter.Write(transaction, new StoreState(transaction), id, command, step: null, now))
        {
            case StepOutcome.Written written:
                using (var before = database.BeginRead())
                {
                    return new CommandPreview.Accepted([.. EntryViews.Of(transaction, written.Changed, now)
                        .Select(view => new EntryChange(EntryViews.Find(before, view.Entry.Id, now), view))]);
                }

            case StepOutcome.NothingToDo nothing:
                return new CommandPreview.NothingToDo(nothing.Reason);
            case StepOutcome.Refused refused:
                return new CommandPreview.Rejected(refused.Rejection);
            case var other:
                throw new InvalidOperationException($"{other.GetType()} is no outcome");
        }
    }

    private Attempt Try(CommandId id, Command command, CommandId? step)
    {
        try
        {
            using var transaction = database.BeginWrite();
            if (CommandTable.Find(transaction, id) is { } first)
            {
                return new(Repeat(transaction, id, command, first));
            }

            // Read under the lock: the ledger's order is then the order of its readings.
            var now = readMoment();
            var state = new StoreState(transaction);
            var (seen, gap) = watchkeeper.Observe(transaction, state, now);
            state = seen.MustBeRecorded ? new StoreState(transaction) : state;
            switch (StepWriter.Write(transaction, state, id, command, step, now))
            {
                case StepOutcome.Written written:
                    watchkeeper.Keep(transaction, now.Reading);
                    var done = new CommandResult.Done(id, EntryViews.Of(transaction, written.Changed, now), repeated: false)
                    {
                        NewProjects = NewProjects(command, written.Operations),
                    };
                    var attempt = Attempt.Of(CommitAndTell(transaction, seen, gap), done);
                    return attempt.Fault == DatabaseFault.Moved
                        ? throw Rescued(transaction, id, written.Operations)
                        : attempt;
                case StepOutcome.NothingToDo nothing:
                    CommitAlone(transaction, seen, gap);
                    return new(new CommandResult.NothingToDo(id, nothing.Reason));
                case StepOutcome.Refused refused:
                    if (!refused.MustRollBack)
                    {
                        CommitAlone(transaction, seen, gap);
                    }

                    return new(new CommandResult.Rejected(id, refused.Rejection));
                case var other:
                    throw new InvalidOperationException($"{other.GetType()} is no outcome");
            }
        }
        catch (DatabaseException failure)
        {
            log.Events.Error("Command {Command} failed: {Fault}, {Code}", id.Value, failure.Fault, failure.ExtendedCode);
            throw StoreFaults.Explain(failure, database.Path);
        }
    }

    private static string[] NewProjects(Command command, IReadOnlyList<Operation> operations) => command switch
    {
        Command.Undo or Command.Redo or Command.RenameProject or Command.SettleConflict or Command.Repeat => [],
        _ => [.. operations.Select(operation => operation.Body).OfType<OperationBody.OfProject>()
            .Where(body => body.Patch.Name.IsSet).Select(body => body.Patch.Name.Value.Value)],
    };

    /// <summary>What the clocks showed is kept although the command changes nothing.</summary>
    private void CommitAlone(WriteTransaction transaction, Observation seen, GapId? gap)
    {
        if (seen.MustBeRecorded)
        {
            _ = CommitAndTell(transaction, seen, gap);
        }
    }

    private CommitOutcome CommitAndTell(WriteTransaction transaction, Observation seen, GapId? gap)
    {
        var outcome = transaction.Commit();
        if (outcome is CommitOutcome.Committed)
        {
            watchkeeper.Warn(seen, gap);
        }

        return outcome;
    }

    private CommandResult Repeat(ISnapshot snapshot, CommandId id, Command command, CommandRecord first) =>
        first.RequestHash.AsSpan().SequenceEqual(RequestHash.Of(command))
            ? new CommandResult.Done(
                id, EntryViews.AsOf(snapshot, LedgerWriter.DecodeResult(first.Result), first.Position, readMoment()), repeated: true)
            : new CommandResult.Rejected(id, Rejection.IdReused(id));

    private StoreException Failed(CommandId id, Attempt attempt)
    {
        log.Events.Error("Command {Command} was not committed: {Fault}, {Reason}", id.Value, attempt.Fault, attempt.Reason);
        return StoreFaults.Explain(attempt.Fault, attempt.Reason, database.Path);
    }

    private StoreException Rescued(
        WriteTransaction transaction, CommandId id, IReadOnlyList<Operation> operations)
    {
        log.Events.Error("Command {Command} was not committed: the store's file has moved", id.Value);
        var kept = RescueFile.SaveOperations(folder, id, operations);
        try
        {
            kept += $", and all that was booked before in {RescueFile.SaveStore(transaction, folder, id)}";
        }
        catch (DatabaseException failure)
        {
            log.Events.Error("The store could not be copied: {Fault}, {Code}", failure.Fault, failure.ExtendedCode);
        }

        return new(
            StoreFault.Moved,
            $"{database.Path} was deleted, moved or replaced while it was open. What you asked for is kept in {kept}.",
            "Put the file back, or the copy in its place, and repeat the command; repeated without, it begins a new store.");
    }
}
