using Polly;
using Polly.Retry;
using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core;

/// <summary>
/// A person's time in one data folder: give it commands, ask it what runs and what was booked. One for each process and
/// folder; safe for many threads. What it reports as done was committed and synced to the disk.
/// </summary>
public sealed class Tracker : IDisposable
{
    private const int UnknownCommitRetriesMax = 2;

    private readonly string _folder;
    private readonly TrackerOptions _options;
    private readonly Database _database;
    private readonly LogFile _log;
    private readonly ResiliencePipeline<Attempt> _untilKnown;

    private Tracker(string folder, TrackerOptions options, Database database, LogFile log)
    {
        (_folder, _options, _database, _log) = (folder, options, database, log);
        _untilKnown = new ResiliencePipelineBuilder<Attempt>()
            .AddRetry(new RetryStrategyOptions<Attempt>
            {
                // The command's id finds what an earlier attempt wrote, so trying again is looking it up.
                ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome.Result is { IsUnknown: true }),
                MaxRetryAttempts = UnknownCommitRetriesMax,
                Delay = TimeSpan.Zero,
            })
            .Build();
    }

    /// <summary>The store's file.</summary>
    public string StorePath => _database.Path;

    /// <summary>Opens the store, or makes it. Takes no longer where the store is large.</summary>
    /// <exception cref="StoreException">The store cannot be opened; it was left as it is.</exception>
    public static Tracker Open(TrackerOptions? options = null)
    {
        options ??= new TrackerOptions();
        var folder = Path.GetFullPath(options.Folder ?? DataFolder.Default());
        var path = Path.Combine(folder, DataFolder.DatabaseName);
        var log = new LogFile(folder, TimeProvider.System);
        try
        {
            var database = Database.Open(
                path, StoreSchema.Current, new DatabaseOptions { BusyTimeout = options.BusyTimeout, Program = ProgramName });
            var tracker = new Tracker(folder, options, database, log);
            tracker.Prepare();
            LogSweep.Run(folder, TimeProvider.System.GetUtcNow());
            return tracker;
        }
        catch (DatabaseException failure)
        {
            log.Events.Error("Opening failed: {Fault}, {Code}", failure.Fault, failure.ExtendedCode);
            log.Dispose();
            throw StoreFaults.Explain(failure, path);
        }
    }

    /// <summary>A new command's id.</summary>
    public static CommandId NewCommandId() => CommandId.FromFresh(Guid.CreateVersion7());

    /// <summary>Decides a command and, where it is accepted, commits what it does.</summary>
    /// <exception cref="StoreException">The store could not take it.</exception>
    public CommandResult Execute(Command command) => Execute(NewCommandId(), command);

    /// <summary>
    /// Decides a command and, where it is accepted, commits what it does. The same id again gives the first result and
    /// changes nothing; other content under one id is refused.
    /// </summary>
    /// <exception cref="StoreException">The store could not take it.</exception>
    public CommandResult Execute(CommandId id, Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var attempt = _untilKnown.Execute(
            static given => given.Tracker.Try(given.Id, given.Command), (Tracker: this, Id: id, Command: command));
        return attempt.Result ?? throw Failed(id, attempt);
    }

    /// <summary>What the timer does now.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public TimerView Timer() => Ask(snapshot => EntryViews.Timer(snapshot, Now()));

    /// <summary>The entry that runs or is paused; null while idle. Cheaper than <see cref="Timer"/>: it adds up no day.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public EntryView? CurrentEntry() => Ask(snapshot => EntryViews.Current(snapshot, Now()));

    /// <summary>The entries that a query asks for, by start.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<EntryView> Entries(EntryQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Ask(snapshot => EntryViews.List(snapshot, query, Now()));
    }

    /// <summary>The local day that it is: [From, To).</summary>
    /// <exception cref="StoreException">The machine's clock has lost the year.</exception>
    public (DateTimeOffset From, DateTimeOffset To) Today()
    {
        var now = Now();
        var utc = now.Reading.Utc ?? throw new StoreException(
            StoreFault.Unexpected, Rejection.ClockUnset(now.Reading).Message, Rejection.ClockUnset(now.Reading).Hint);
        var (from, to) = LocalDay.Of(utc, now.Zone);
        return (from.ToDateTimeOffset(TimeSpan.Zero), to.ToDateTimeOffset(TimeSpan.Zero));
    }

    /// <summary>The command that an undo would take back now; null where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public UndoableCommand? LatestUndoable() => Ask(EntryViews.LatestUndoable);

    /// <summary>Closes the store. Everything was committed before it was reported, so nothing is saved here.</summary>
    public void Dispose()
    {
        _database.Dispose();
        _log.Dispose();
    }

    private static string ProgramName => $"TimeTracker {typeof(Tracker).Assembly.GetName().Version}";

    private Moment Now() => new(_options.Clock.Read(), _options.Zone());

    private void Prepare()
    {
        using (var snapshot = _database.BeginRead())
        {
            if (DeviceTable.HasCurrent(snapshot))
            {
                return;
            }
        }

        using var transaction = _database.BeginWrite();
        if (!DeviceTable.HasCurrent(transaction))
        {
            DeviceTable.Insert(transaction, new DeviceId(Guid.CreateVersion7()), _options.Clock.Read().UtcMicroseconds);
            if (transaction.Commit() is not CommitOutcome.Committed)
            {
                throw new DatabaseException(DatabaseFault.IoError, "the store's identity could not be written");
            }
        }
    }

    private Attempt Try(CommandId id, Command command)
    {
        try
        {
            using var transaction = _database.BeginWrite();
            if (CommandTable.Find(transaction, id) is { } first)
            {
                return new(Repeat(transaction, id, command, first));
            }

            // Read under the lock: the ledger's order is then the order of its readings.
            var now = Now();
            switch (Decider.Decide(new StoreState(transaction), id, command, now))
            {
                case Decision.Accepted accepted:
                    var changed = LedgerWriter.Write(transaction, id, command, accepted, now.Reading);
                    var done = new CommandResult.Done(id, EntryViews.Of(transaction, changed, now), repeated: false);
                    var attempt = Attempt.Of(transaction.Commit(), done);
                    return attempt.Fault == DatabaseFault.Moved
                        ? throw Rescued(transaction, id, accepted.Operations, now.Reading)
                        : attempt;
                case Decision.NothingToDo nothing:
                    return new(new CommandResult.NothingToDo(id, nothing.Reason));
                case Decision.Rejected rejected:
                    return new(new CommandResult.Rejected(id, rejected.Rejection));
                case var other:
                    throw new InvalidOperationException($"{other.GetType()} is no decision");
            }
        }
        catch (DatabaseException failure)
        {
            _log.Events.Error("Command {Command} failed: {Fault}, {Code}", id.Value, failure.Fault, failure.ExtendedCode);
            throw StoreFaults.Explain(failure, _database.Path);
        }
    }

    private CommandResult Repeat(ISnapshot snapshot, CommandId id, Command command, CommandRecord first) =>
        first.RequestHash.AsSpan().SequenceEqual(RequestHash.Of(command))
            ? new CommandResult.Done(
                id, EntryViews.AsOf(snapshot, LedgerWriter.DecodeResult(first.Result), first.Position, Now()), repeated: true)
            : new CommandResult.Rejected(id, Rejection.IdReused(id));

    private StoreException Failed(CommandId id, Attempt attempt)
    {
        _log.Events.Error("Command {Command} was not committed: {Fault}, {Reason}", id.Value, attempt.Fault, attempt.Reason);
        return StoreFaults.Explain(attempt.Fault, attempt.Reason, _database.Path);
    }

    private StoreException Rescued(
        WriteTransaction transaction, CommandId id, IReadOnlyList<OperationBody> operations, Reading reading)
    {
        _log.Events.Error("Command {Command} was not committed: the store's file has moved", id.Value);
        var kept = RescueFile.SaveOperations(_folder, id, operations, reading);
        try
        {
            kept += $", and all that was booked before in {RescueFile.SaveStore(transaction, _folder, id)}";
        }
        catch (DatabaseException failure)
        {
            _log.Events.Error("The store could not be copied: {Fault}, {Code}", failure.Fault, failure.ExtendedCode);
        }

        return new(
            StoreFault.Moved,
            $"{_database.Path} was deleted, moved or replaced while it was open. What you asked for is kept in {kept}.",
            "Put the file back, or the copy in its place, and repeat the command; repeated without, it begins a new store.");
    }

    private T Ask<T>(Func<ISnapshot, T> question)
    {
        try
        {
            using var snapshot = _database.BeginRead();
            return question(snapshot);
        }
        catch (DatabaseException failure)
        {
            _log.Events.Error("Reading failed: {Fault}, {Code}", failure.Fault, failure.ExtendedCode);
            throw StoreFaults.Explain(failure, _database.Path);
        }
    }
}
