using TimeTracker.Core.Diagnostics;
using TimeTracker.Core.Identity;
using TimeTracker.Core.Storage;
using TimeTracker.Core.Sync;
using TimeTracker.Core.Watching;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core;

/// <summary>
/// The store and its server: connect, sync, and see what waits. While a store is connected to no server nothing runs and
/// nothing wakes. Safe for many threads.
/// </summary>
public sealed class TrackerSync : IDisposable
{
    private readonly Tracker _tracker;
    private readonly Database _database;
    private readonly TrackerOptions _options;
    private readonly LogFile _log;
    private readonly TokenFile _token;
    private readonly string _self = LeaseHolder.New();
    private readonly Lock _lock = new();
    private Supervisor? _supervisor;

    internal TrackerSync(Tracker tracker, Database database, TrackerOptions options, LogFile log, string folder)
    {
        (_tracker, _database, _options, _log) = (tracker, database, options, log);
        _token = new TokenFile(folder);
    }

    /// <summary>How the store stands with its server.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public SyncView Status() => _tracker.Ask(ConflictQueries.Status);

    /// <summary>What two devices set apart from each other, and waits for a look.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<ConflictView> Conflicts() => _tracker.Ask(ConflictQueries.All);

    /// <summary>
    /// Connects the store to a server, with a one-time code that its operator made. What was booked so far is sent with
    /// the next sync. A store that was shut out comes back in this way.
    /// </summary>
    /// <param name="server">Its address: https, or http on this machine alone.</param>
    /// <param name="code">The code.</param>
    /// <param name="deviceName">What to call this device there.</param>
    /// <param name="reset">Whether to leave another server for this one, as a new device that sends everything.</param>
    /// <param name="cancellation">Ends the wait for the server.</param>
    /// <exception cref="SyncException">The server cannot be reached, or does not let the code in; nothing was changed.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<SyncConnection> Connect(
        Uri server, string code, string deviceName, bool reset, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(server);
        if (ServerAddress.Fault(server) is { } fault)
        {
            throw new SyncException(SyncFault.AddressRefused, $"{server} is refused: {fault}; nothing was changed.",
                "Give the server's https address.");
        }

        if (Connection() is { IsShutOut: false } there && !reset)
        {
            throw new SyncException(
                SyncFault.AlreadyConnected, $"This store is connected to {there.Server} as {there.User}; nothing was changed.",
                "Disconnect-TtServer leaves that server; give -Reset to send everything to another one.");
        }

        var name = WireText.IsName(deviceName) ? deviceName : "device";
        var enrolled = await Ask(
            new SyncClient(server, null, _options.Time),
            client => client.Enrol(new(code, name), Guid.CreateVersion7(), cancellation)).ConfigureAwait(false) switch
        {
            ServerAnswer.Enrolled(var response) => response,
            var other => throw Explain(other, server),
        };
        KeepToken(enrolled.Token);
        _tracker.Write(transaction =>
        {
            if (reset)
            {
                FeedTable.Forget(transaction);
                WritingIdentity.TakeNew(transaction, _options.Clock.Read().UtcMicroseconds);
                OutboxTable.CutSeen(transaction, common: 0);
                EntityMerger.Fold(transaction, OperationTable.Entities(transaction));
            }

            SyncStatusTable.Connect(transaction, ServerAddress.Base(server), enrolled.User, enrolled.Enrolment);
        });
        Restart();
        return Connection()!;
    }

    /// <summary>Leaves the server: nothing is sent or pulled any more. What was booked stays.</summary>
    /// <exception cref="SyncException">The store is connected to none.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public void Disconnect()
    {
        _ = Connected();
        Stop();
        _tracker.Write(SyncStatusTable.Disconnect);
        _token.Delete();
    }

    /// <summary>Sends what waits and pulls what is new, here and now.</summary>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellation">Ends it between two steps; what was done stays done.</param>
    /// <exception cref="SyncException">It could not be finished; what was done stays done.</exception>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public async Task<SyncProgress> Now(Action<SyncProgress>? progress, CancellationToken cancellation)
    {
        var connection = Connected();
        using var client = Client(connection);
        var pass = new SyncPass(_database, client, _options.Clock.Read, _self) { Progress = progress };
        try
        {
            return await Finish(pass, connection, cancellation).ConfigureAwait(false);
        }
        catch (DatabaseException failure)
        {
            throw StoreFaults.Explain(failure, _database.Path);
        }
    }

    /// <summary>The user's devices at the server, the latest first.</summary>
    /// <exception cref="SyncException">The server did not tell.</exception>
    public async Task<IReadOnlyList<DeviceView>> Devices(CancellationToken cancellation)
    {
        var connection = Connected();
        return await Ask(Client(connection), client => client.Devices(cancellation)).ConfigureAwait(false) switch
        {
            ServerAnswer.Devices(var response) => [.. response.Devices.Select(device => new DeviceView(
                device.Enrolment, device.Name, device.Enrolled.ToDateTimeOffset(TimeSpan.Zero),
                device.Revoked?.ToDateTimeOffset(TimeSpan.Zero), device.IsAsking))],
            var other => throw Explain(other, connection.Server),
        };
    }

    /// <summary>Shuts a device out at the server: its token lets it in no more.</summary>
    /// <exception cref="SyncException">The server did not do it.</exception>
    public async Task Revoke(Guid enrolment, CancellationToken cancellation)
    {
        var connection = Connected();
        if (await Ask(Client(connection), client => client.Revoke(enrolment, cancellation)).ConfigureAwait(false)
            is not ServerAnswer.Revoked and var other)
        {
            throw Explain(other, connection.Server);
        }
    }

    /// <summary>
    /// Answers for an operation that the server refused: says once more what it said, or lets it be, in one transaction.
    /// The ledger keeps it in either case.
    /// </summary>
    /// <exception cref="StoreException">The store cannot be written.</exception>
    public CommandResult Answer(OperationId parked, bool retry)
    {
        var id = Tracker.NewCommandId();
        CommandResult result = retry
            ? _tracker.Execute(id, new Command.Repeat(parked))
            : new CommandResult.NothingToDo(id, NothingToDoReason.NoChange);
        if (result is not CommandResult.NothingToDo)
        {
            return result;
        }

        var isAnswered = false;
        _tracker.Write(transaction => isAnswered = OutboxTable.Dismiss(transaction, parked));
        return isAnswered ? result : new CommandResult.NothingToDo(id, NothingToDoReason.AlreadyAnswered);
    }

    /// <summary>Ends the worker, within 2 s. What waits stays, for whoever opens the store next.</summary>
    public void Dispose() => Stop();

    /// <summary>Begins to sync in the background, where the store is connected and this program stays open.</summary>
    internal void StartIfConnected()
    {
        if (!_options.KeepsWatch || Connection() is null)
        {
            return;
        }

        lock (_lock)
        {
            _supervisor ??= Begin();
        }
    }

    /// <summary>Something was committed.</summary>
    internal void Wake() => _supervisor?.Wake();

    private Supervisor Begin()
    {
        var supervisor = new Supervisor(CreateWorker, CountRestart, _options.Time, _log);
        supervisor.Start();
        return supervisor;
    }

    private (Func<CancellationToken, Task<TimeSpan>> Pass, Action End) CreateWorker()
    {
        var client = Client(Connected());
        var worker = new SyncWorker(_database, client, _options.Clock.Read, _options.Time, _log, _self);
        return (worker.RunOnce, () =>
        {
            worker.Release();
            client.Dispose();
        });
    }

    private void CountRestart(string end) =>
        _tracker.Write(transaction => SyncStatusTable.Restarted(transaction, end));

    private void Restart()
    {
        Stop();
        StartIfConnected();
    }

    private void Stop()
    {
        Supervisor? running;
        lock (_lock)
        {
            (running, _supervisor) = (_supervisor, null);
        }

        running?.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Runs a pass, records how it ended, and gives the lease back, which may fail as any write may.</summary>
    private async Task<SyncProgress> Finish(SyncPass pass, SyncConnection connection, CancellationToken cancellation)
    {
        try
        {
            switch (await pass.Run(cancellation).ConfigureAwait(false))
            {
                case PassOutcome.Done(var done):
                    _tracker.Write(transaction => SyncStatusTable.Succeeded(
                        transaction, Instant.MicrosecondsOf(_options.Time.GetUtcNow())));
                    return done;
                case PassOutcome.ShutOut(var reason):
                    _tracker.Write(transaction => SyncStatusTable.ShutOut(transaction, reason));
                    throw Explain(new ServerAnswer.ShutOut(reason), connection.Server);
                case PassOutcome.Failed(var reason, _):
                    _tracker.Write(transaction => SyncStatusTable.Troubled(transaction, reason));
                    throw Explain(new ServerAnswer.Failed(reason), connection.Server);
                default:
                    throw new SyncException(
                        SyncFault.Busy, "Another program on this machine is syncing this store.", "Look again in a moment.");
            }
        }
        finally
        {
            ReleaseUnlessSupervised(pass);
        }
    }

    private void ReleaseUnlessSupervised(SyncPass pass)
    {
        if (_supervisor is null)
        {
            pass.Release();
        }
    }

    private SyncConnection? Connection() => _tracker.Ask(SyncStatusTable.Read);

    private SyncConnection Connected() => Connection() ?? throw new SyncException(
        SyncFault.NotConnected, "This store is connected to no server; nothing was changed.",
        "Connect it first: Connect-TtServer.");

    private SyncClient Client(SyncConnection connection) => new(connection.Server, _token.Read(), _options.Time);

    private void KeepToken(string token)
    {
        try
        {
            _token.Write(token);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new SyncException(
                SyncFault.TokenNotKept, $"The server let this device in, but its token could not be kept: {failed.Message}",
                "Make the data folder writable, ask for another code, and connect again.");
        }
    }

    private static async Task<ServerAnswer> Ask(SyncClient client, Func<SyncClient, Task<ServerAnswer>> ask)
    {
        using (client)
        {
            return await ask(client).ConfigureAwait(false);
        }
    }

    private static SyncException Explain(ServerAnswer answer, Uri server) => answer switch
    {
        ServerAnswer.ShutOut(var reason) => new(
            SyncFault.ShutOut, $"{server} does not let this device in: {reason}", "Connect again with a new code."),
        ServerAnswer.Unknown => new(
            SyncFault.Unknown, $"{server} has no such device; nothing was changed.", "Get-TtDevice lists those that it has."),
        ServerAnswer.Failed(var reason, _) => new(
            SyncFault.Unreachable, $"{server} could not be asked: {reason}.",
            "Nothing is lost: what waits is sent once the server answers. Look at the address and the network."),
        _ => new(SyncFault.Unreachable, $"{server} gave an answer that fits no such request.", "Is it a TimeTracker server?"),
    };
}
