using System.Collections.Concurrent;

namespace TimeTracker.SyncServer.Http;

/// <summary>Wakes those who wait for a user's new rows on this server. Safe for many threads.</summary>
internal sealed class NewRows
{
    private readonly ConcurrentDictionary<UserId, TaskCompletionSource> _waiting = new();

    /// <summary>Ends with the user's next push. Ask for it before looking for rows, so that no push falls between.</summary>
    internal Task Next(UserId user) => _waiting
        .GetOrAdd(user, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously))
        .Task;

    /// <summary>Wakes all who wait for this user.</summary>
    internal void Announce(UserId user)
    {
        if (_waiting.TryRemove(user, out var waiting))
        {
            waiting.SetResult();
        }
    }
}
