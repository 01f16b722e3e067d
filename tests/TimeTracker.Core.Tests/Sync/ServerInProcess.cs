using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.SyncServer;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>The real server over a real SQLite file, without HTTP, with one user.</summary>
internal sealed class ServerInProcess : ISyncServer, IDisposable
{
    private static readonly EmptyDatabase Empty = new(path => LogStores.Open(path, TimeProvider.System).Dispose());

    private readonly TemporaryFolder _folder = new();
    private readonly UserId _user;
    private ILogStore _store;

    internal ServerInProcess()
    {
        Empty.CopyTo(_folder["log.db"]);
        _store = Open();
        _user = new Accounts(_store, TimeProvider.System, Random.Shared.NextBytes).Add("one") ?? throw new InvalidOperationException();
    }

    /// <summary>What the network does to an answer, once: null loses it.</summary>
    internal Func<ServerAnswer, ServerAnswer?>? Mangle { get; set; }

    /// <summary>Rows in a page.</summary>
    internal int RowsMax { get; set; } = 7;

    internal SyncLog Log => new(_store, TimeProvider.System);

    internal UserId User => _user;

    public Task<ServerAnswer> Push(PushRequest request, CancellationToken cancellation) => Answer(Log.Push(_user, request) switch
    {
        PushOutcome.Done(var response) => new ServerAnswer.Verdicts(response),
        PushOutcome.OtherFeed => new ServerAnswer.OtherFeed(),
        PushOutcome.OutOfOrder => new ServerAnswer.OutOfOrder(),
        _ => new ServerAnswer.ShutOut("no such user"),
    });

    public Task<ServerAnswer> Changes(FeedCursor after, CancellationToken cancellation) => Answer(Log.Changes(_user, after, RowsMax) switch
    {
        ChangesOutcome.Page(var page) => new ServerAnswer.Page(page),
        ChangesOutcome.OtherFeed => new ServerAnswer.OtherFeed(),
        _ => new ServerAnswer.ShutOut("no such user"),
    });

    internal FeedCursor Head() => ((ChangesOutcome.Page)Log.Changes(_user, FeedCursor.Start)).Response.Head;

    /// <summary>Its backup of now.</summary>
    internal string BackUp()
    {
        var path = _folder[$"{Guid.NewGuid()}"];
        _store.Dispose();
        File.Copy(_folder["log.db"], path);
        _store = Open();
        return path;
    }

    /// <summary>It is restored from a backup: what came since is gone.</summary>
    internal void Restore(string backup)
    {
        _store.Dispose();
        foreach (var file in Directory.GetFiles(_folder.Path, "log.db*"))
        {
            File.Delete(file);
        }

        File.Copy(backup, _folder["log.db"]);
        _store = Open();
    }

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    private ILogStore Open() => LogStores.Open(_folder["log.db"], TimeProvider.System);

    private Task<ServerAnswer> Answer(ServerAnswer answer)
    {
        var mangled = Mangle is { } mangle ? mangle(answer) : answer;
        return Task.FromResult(mangled ?? new ServerAnswer.Failed("the answer was lost"));
    }
}
