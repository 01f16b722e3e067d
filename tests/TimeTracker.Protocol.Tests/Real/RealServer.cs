using TimeTracker.Domain;
using TimeTracker.SyncServer;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;
using Log = TimeTracker.SyncServer.SyncLog;

namespace TimeTracker.Protocol.Tests.Real;

/// <summary>
/// The real server over a real SQLite file, for one user. It can be restored to any change that it ever made: its file
/// is made again from what was pushed until then.
/// </summary>
internal sealed class RealServer : IDisposable
{
    private readonly string _folder;
    private readonly Clock _clock = new();
    private List<(DeviceId Device, PushOperation Operation, int Era)> _journal = [];
    private List<(DeviceId Device, PushOperation Operation, int Era)> _abandoned = [];
    private ILogStore _store;
    private UserId _user;
    private int _files;
    private int _era;

    internal RealServer(string folder)
    {
        _folder = folder;
        _store = Fresh();
    }

    private Log Log => new(_store, _clock);

    internal PushOutcome Push(Domain.PushRequest request)
    {
        var outcome = Do(request);
        if (outcome is PushOutcome.Done)
        {
            // What uses up a number is a change of the server's.
            foreach (var operation in request.Operations.Where(operation => Fits(request.Device, operation)))
            {
                _journal.Add((request.Device, operation, _era));
            }
        }

        return outcome;
    }

    internal ChangesOutcome Changes(FeedCursor after, int rowsMax) => Log.Changes(_user, after, rowsMax);

    internal IReadOnlyList<FeedRow> Rows() => ((ChangesOutcome.Page)Changes(FeedCursor.Start, WireLimits.PageRowsMax)).Response.Rows;

    /// <summary>Comes back with its first changes, or those of the time before the last restore.</summary>
    internal void Restore(int length, bool newer)
    {
        var backup = (newer ? _abandoned : _journal).Take(length).ToList();
        (_abandoned, _journal) = (_journal, backup);
        _store.Dispose();
        _store = Fresh();
        foreach (var (device, operation, era) in backup)
        {
            _era = era;
            var head = Rows() is [.., var last] ? last.Cursor : FeedCursor.Start;
            Assert.IsType<PushOutcome.Done>(Do(new(device, head, [operation])));
        }

        _era = _clock.Restores += 1;
    }

    public void Dispose() => _store.Dispose();

    private PushOutcome Do(Domain.PushRequest request)
    {
        _clock.Era = _era;
        return Log.Push(_user, request);
    }

    private bool Fits(DeviceId device, PushOperation operation)
    {
        var last = _journal.FindLast(entry => entry.Device == device).Operation;
        return operation.Seq == (last?.Seq ?? 0) + 1 && operation.Previous == last?.Id;
    }

    private ILogStore Fresh()
    {
        var store = LogStores.Open(Path.Combine(_folder, $"server{_files++}.db"), _clock);
        _user = new Accounts(store, _clock, Random.Shared.NextBytes).Add("one")!.Value;
        return store;
    }

    /// <summary>Tells which of the server's lives it is: the same row of another life has another chain.</summary>
    private sealed class Clock : TimeProvider
    {
        internal int Era { get; set; }

        internal int Restores { get; set; }

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2027, 3, 9, 8, 0, 0, TimeSpan.Zero).AddHours(Era);
    }
}
