using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost;

/// <summary>
/// One extension's connection: the tracker, opened when it is first needed, and what the extension was told last. For one
/// thread, but for its end.
/// </summary>
internal sealed class Session(TrackerOptions options) : IDisposable
{
    private Tracker? _tracker;
    private ChangeMark _told;
    private long _sequence;
    private long _changes;

    /// <summary>The version that both speak; null before hello.</summary>
    internal int? Protocol { get; set; }

    /// <summary>The id of the command that stops what runs once the connection ends; null for letting it run on.</summary>
    internal CommandId? StopsAtEnd { get; set; }

    /// <summary>The store; another one than before where the file was replaced.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    internal Tracker Tracker => _tracker ??= Tracker.Open(options);

    /// <summary>Decides a command and commits what it does; then, and not before, there is something to reply.</summary>
    internal Answer Execute(CommandId id, Command command) => Tracker.Execute(id, command) switch
    {
        CommandResult.Done done => new CommandOutcome("done", null, done.Repeated, Entries(done.Changed), Snapshot()),
        CommandResult.NothingToDo nothing =>
            new CommandOutcome("nothing", nothing.Reason.ToString(), Repeated: false, Entries([]), Snapshot()),
        CommandResult.Rejected rejected => Failures.Of(rejected.Rejection),
        var other => throw new InvalidOperationException($"{other.GetType()} is no result"),
    };

    /// <summary>What is so now, at a reading that is taken for it.</summary>
    internal SnapshotMessage Snapshot()
    {
        // Looked at first: what is committed while the snapshot is put together is told once more.
        var mark = Tracker.Changes();
        if (mark != _told)
        {
            _changes++;
        }

        var snapshot = SnapshotSource.Take(Tracker, ++_sequence, _changes, Now());
        _told = mark;
        return snapshot;
    }

    /// <summary>An instant as the person's wall clock shows it.</summary>
    internal DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, options.Zone());

    /// <summary>What is so now, where anything was committed since the extension was told; null where nothing was.</summary>
    internal SnapshotMessage? SnapshotIfChanged() => Tracker.Changes() == _told ? null : Snapshot();

    /// <summary>
    /// Stops what runs, where the extension has asked for that; a break is left as it is. Nobody is there to be told of a
    /// failure: what could not be stopped runs on, as the next snapshot shows. From any thread, and more than once: it is
    /// one command.
    /// </summary>
    internal void StopAtEnd()
    {
        try
        {
            if (StopsAtEnd is { } id && _tracker is { } tracker
                && tracker.CurrentEntry() is { Entry: { IsRunning: true, Id: var running } })
            {
                tracker.Execute(id, new Command.Stop(When.Now.Value, running));
            }
        }
        catch (Exception failure) when (failure is StoreException or ObjectDisposedException)
        {
            // The store's log says why; the other thread that ends this connection has closed it, or will.
        }
    }

    /// <summary>Lets go of a store whose file was replaced: the next request opens what the path names then.</summary>
    internal void Forget()
    {
        _tracker?.Dispose();
        _tracker = null;
    }

    internal static Listing<EntryMessage> Entries(IReadOnlyList<EntryView> views) =>
        Listing<EntryMessage>.Of([.. views.Select(view => new EntryMessage(view))]);

    // A clock that has lost the year shows the nearest that a wall clock can.
    private DateTimeOffset Now() => Local(
        (options.Clock.Read().Utc ?? Instant.Min).ToDateTimeOffset(TimeSpan.Zero));

    public void Dispose() => _tracker?.Dispose();
}
