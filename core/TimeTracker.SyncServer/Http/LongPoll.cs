namespace TimeTracker.SyncServer.Http;

/// <summary>Asks for changes until there are some, or until the asker has waited long enough.</summary>
internal sealed class LongPoll(SyncLog log, NewRows newRows, TimeProvider clock)
{
    /// <summary>How often to look for what was pushed through another server.</summary>
    internal static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    internal async Task<ChangesOutcome> Changes(UserId user, ChangesQuery query, CancellationToken stop)
    {
        var began = clock.GetTimestamp();
        while (true)
        {
            var next = newRows.Next(user);
            var outcome = log.Changes(user, query.After, query.RowsMax);
            var left = query.Wait - clock.GetElapsedTime(began);
            if (outcome is not ChangesOutcome.Page { Response.Rows.Count: 0 }
                || left <= TimeSpan.Zero
                || stop.IsCancellationRequested)
            {
                return outcome;
            }

            await next.WaitAsync(left < LookEvery ? left : LookEvery, clock, stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
