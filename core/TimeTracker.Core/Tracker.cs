using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Identity;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Watching;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core;

/// <summary>
/// A person's time in one data folder: give it commands, ask it what runs and what was booked. One for each process and
/// folder; safe for many threads. What it reports as done was committed and synced to the disk.
/// </summary>
public sealed class Tracker : IDisposable
{
    private readonly TrackerOptions _options;
    private readonly Database _database;
    private readonly LogFile _log;
    private readonly Watchkeeper _watchkeeper;
    private readonly CommandRunner _commands;
    private readonly WatchTimer? _watch;
    private bool _isClosed;

    private Tracker(string folder, TrackerOptions options, Database database, LogFile log)
    {
        (_options, _database, _log) = (options, database, log);
        _watchkeeper = new Watchkeeper(database, Now, log, options.KeepsWatch);
        _commands = new CommandRunner(database, _watchkeeper, Now, log, folder);
        _watch = options.KeepsWatch
            ? new WatchTimer(options.Time, options.SaveTimeMax, Pulse, () => Quietly(_watchkeeper.Save))
            : null;
        Reports = new TrackerReports(this);
        Completion = new TrackerCompletion(this);
        Sync = new TrackerSync(this, database, options, log, folder);
    }

    /// <summary>What can be told over all entries.</summary>
    public TrackerReports Reports { get; }

    /// <summary>What a part of a word can mean.</summary>
    public TrackerCompletion Completion { get; }

    /// <summary>The store and its server.</summary>
    public TrackerSync Sync { get; }

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
            WritingIdentity.Settle(
                database, new StoreHome(options.Machine(), database.FileTag), options.Clock.Read().UtcMicroseconds, log);
            tracker.Recover();
            tracker.Sync.StartIfConnected();
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
    /// <param name="id">The command's own.</param>
    /// <param name="command">What is asked for.</param>
    /// <param name="step">The first command of the step of undo that this one belongs to; null where it is that one, or a
    /// step alone.</param>
    public CommandResult Execute(CommandId id, Command command, CommandId? step = null)
    {
        ArgumentNullException.ThrowIfNull(command);
        var result = _commands.Execute(id, command, step);
        Sync.Wake();
        return result;
    }

    /// <summary>What a command would do now: it is done and rolled back, so that doing it later says the same.</summary>
    /// <exception cref="StoreException">The store could not take it.</exception>
    public CommandPreview Preview(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        try
        {
            return _commands.Preview(NewCommandId(), command);
        }
        catch (DatabaseException failure)
        {
            throw StoreFaults.Explain(failure, _database.Path);
        }
    }

    /// <summary>The entry of an id, removed or not; null where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public EntryView? Find(EntryId id) => Ask(snapshot => EntryViews.Find(snapshot, id, Now()));

    /// <summary>What the timer does now.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public TimerView Timer()
    {
        var (view, mustRecord) = Ask(snapshot =>
        {
            var now = Now();
            return (EntryViews.Timer(snapshot, now), _watchkeeper.Look(snapshot, now.Reading).MustBeRecorded);
        });
        return mustRecord && Quietly(() => _watchkeeper.Record()) ? Ask(snapshot => EntryViews.Timer(snapshot, Now())) : view;
    }

    /// <summary>The open questions, by where their gaps begin.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<QuestionView> Review() => Ask(snapshot => EntryViews.Review(snapshot, Now()));

    /// <summary>
    /// A mark that is another one once anything was committed to the store, by whatever program. Asking costs a few
    /// microseconds, so that a program that stays open can show what others did.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be read, or its file was replaced.</exception>
    public ChangeMark Changes()
    {
        try
        {
            var (reader, changes) = _database.ReadChanges();
            return new(reader, changes);
        }
        catch (DatabaseException failure)
        {
            throw StoreFaults.Explain(failure, _database.Path);
        }
    }

    /// <summary>A person's rules for gaps.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public GapPolicy Policy() => Ask(PolicyTable.Read);

    /// <summary>Sets the rule for one kind of gap; gaps that there are stay as they are.</summary>
    /// <exception cref="StoreException">The store could not take it.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is negative or above
    /// <see cref="GapRule.ThresholdMax"/>.</exception>
    public void SetPolicy(GapKind kind, GapRule rule)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rule.Threshold, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rule.Threshold, GapRule.ThresholdMax);
        Write(transaction => PolicyTable.Write(transaction, kind, rule));
    }

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
        var (from, to) = LocalDay.Of(NowOrThrow(), Now().Zone);
        return (from.ToDateTimeOffset(TimeSpan.Zero), to.ToDateTimeOffset(TimeSpan.Zero));
    }

    /// <summary>The step that an undo would take back now; null where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public UndoableStep? LatestUndoable() => UndoableSteps(max: 1) is [var latest] ? latest : null;

    /// <summary>The steps that could be taken back, the latest first.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<UndoableStep> UndoableSteps(int max) => Ask<IReadOnlyList<UndoableStep>>(snapshot =>
        [.. CommandTable.LatestOfSteps(snapshot, max).Select(latest => EntryViews.Step(snapshot, latest, undos: false)).OfType<UndoableStep>()]);

    /// <summary>The step that a command belongs to, as far as it can be taken back; null where nothing of it can.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public UndoableStep? FindUndoable(CommandId command) => Ask(snapshot => EntryViews.Step(snapshot, command, undos: false));

    /// <summary>The undo that a redo would take back now; null where there is none.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public UndoableStep? LatestRedoable() => Ask(snapshot => CommandTable.LatestRedoable(snapshot) is { } latest
        ? EntryViews.Step(snapshot, latest, undos: true)
        : null);

    /// <summary>
    /// Closes the store, in well under 2 s: a program that keeps the watch writes a last checkpoint and takes back its
    /// promise to look. Every change was committed before it was reported, so nothing else is saved here.
    /// </summary>
    public void Dispose()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        Sync.Dispose();
        _watch?.Dispose();
        Abandon();
    }

    /// <summary>
    /// What <see cref="Dispose"/> saves, without closing: for a process that may be about to end. The tracker itself
    /// calls it on the signals that end a process, so a front need not.
    /// </summary>
    public void SaveBeforeExit() => _watch?.Save();

    /// <summary>One look of the watch.</summary>
    internal void Pulse() => Quietly(() =>
    {
        _watchkeeper.Pulse();
        Sync.StartIfConnected();
    });

    /// <summary>Ends as a kill would: nothing is saved.</summary>
    internal void Abandon()
    {
        _isClosed = true;
        _database.Dispose();
        _log.Dispose();
    }

    private static string ProgramName => $"TimeTracker {typeof(Tracker).Assembly.GetName().Version}";

    internal Instant NowOrThrow()
    {
        var reading = Now().Reading;
        return reading.Utc ?? throw new StoreException(
            StoreFault.Unexpected, Rejection.ClockUnset(reading).Message, Rejection.ClockUnset(reading).Hint);
    }

    internal Moment Now() => new(_options.Clock.Read(), _options.Zone());

    /// <summary>An entry that a dead program left running goes on, with the question what to do about the time since.</summary>
    private void Recover()
    {
        if (Ask(snapshot => Observation.Look(
            snapshot, new StoreState(snapshot), string.Empty, _options.Clock.Read(), LeaseHolder.IsGone).MustBeRecorded))
        {
            Quietly(() => _watchkeeper.Record(LeaseHolder.IsGone));
        }
    }

    internal void Write(Action<WriteTransaction> change)
    {
        try
        {
            using var transaction = _database.BeginWrite();
            change(transaction);
            var (fault, reason) = transaction.Commit() switch
            {
                CommitOutcome.NotCommitted(var why, var text) => (why, text),
                CommitOutcome.Unknown(var why, var text) => (why, text),
                _ => (DatabaseFault.Unexpected, null),
            };
            if (reason is not null)
            {
                throw StoreFaults.Explain(fault, reason, _database.Path);
            }
        }
        catch (DatabaseException failure)
        {
            throw StoreFaults.Explain(failure, _database.Path);
        }
    }

    /// <summary>Looks that nobody asked for must not fail what was asked for; the next one tries again.</summary>
    private bool Quietly(Action look)
    {
        try
        {
            look();
            return true;
        }
        catch (DatabaseException failure)
        {
            _log.Events.Warning("Looking at the clocks failed: {Fault}, {Code}", failure.Fault, failure.ExtendedCode);
            return false;
        }
        catch (ObjectDisposedException)
        {
            // A look of the timer that came after the close.
            return false;
        }
    }

    internal T Ask<T>(Func<ISnapshot, T> question)
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
