using TimeTracker.Core;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Sends what waits and pulls what is new. Other requests are answered meanwhile.</summary>
internal sealed record SyncNowRequest : Request
{
    internal override Answer Answer(Session session) => Failures.SyncUnderWay;

    /// <summary>The same, for as long as it takes.</summary>
    internal static async Task<Answer> Sync(Tracker tracker, CancellationToken cancellation)
    {
        var done = await tracker.Sync.Now(progress: null, cancellation).ConfigureAwait(false);
        return new SyncResult(done.Pushed, done.Pulled);
    }
}
