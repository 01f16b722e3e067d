using TimeTracker.Domain;

namespace TimeTracker.Core.Sync;

/// <summary>The server, however it is reached. Nothing that can go wrong outside the program throws.</summary>
internal interface ISyncServer
{
    Task<ServerAnswer> Push(PushRequest request, CancellationToken cancellation);

    /// <summary>The rows behind a cursor.</summary>
    Task<ServerAnswer> Changes(FeedCursor after, CancellationToken cancellation);
}
