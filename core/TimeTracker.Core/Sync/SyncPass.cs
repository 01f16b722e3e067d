using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Sync;

/// <summary>
/// One pass: what waits is pushed, what is new is pulled, until neither is left. Each answer is one write transaction,
/// which changes something only while this worker has the lease.
/// </summary>
internal sealed class SyncPass(Database database, ISyncServer server, Func<Reading> read, string self)
{
    // A new device, a feed pulled anew and what was written meanwhile each need another round; more is a server's fault.
    private const int RoundsMax = 20;

    private int _operationsMax = WireLimits.PushOperationsMax;

    /// <summary>Told of what was pushed and pulled as it goes.</summary>
    internal Action<SyncProgress>? Progress { get; init; }

    internal async Task<PassOutcome> Run(CancellationToken cancellation)
    {
        if (Write(transaction => SyncLease.TryTake(transaction, self, read())) is not { } lease)
        {
            return new PassOutcome.Elsewhere();
        }

        var done = default(SyncProgress);
        for (var round = 0; round < RoundsMax; round++)
        {
            var isRefusal = false;
            var notPushed = await PushAll(lease, cancellation, answer => isRefusal = answer is ServerAnswer.Failed { IsRefusal: true })
                .ConfigureAwait(false);
            if (notPushed is not null && !isRefusal)
            {
                return notPushed;
            }

            // A server that takes nothing, because its disk is full or a limit is reached, may still have news.
            if ((await PullAll(lease, cancellation).ConfigureAwait(false) ?? notPushed) is { } end)
            {
                return end;
            }

            if (Read(snapshot => PushSteps.Next(snapshot, 1)) is null)
            {
                return new PassOutcome.Done(done);
            }
        }

        return new PassOutcome.Failed("the server's answers lead nowhere", null);

        async Task<PassOutcome?> PushAll(SyncLease held, CancellationToken token, Action<ServerAnswer> met)
        {
            while (Read(snapshot => PushSteps.Next(snapshot, _operationsMax)) is { } request)
            {
                var answer = await server.Push(request, token).ConfigureAwait(false);
                met(answer);
                if (Meet(held, request, answer) is { } end)
                {
                    return end;
                }

                if (answer is ServerAnswer.OtherFeed)
                {
                    return null;
                }

                done = Tell(done with { Pushed = done.Pushed + (answer is ServerAnswer.Verdicts ? request.Operations.Count : 0) });
            }

            return null;
        }

        async Task<PassOutcome?> PullAll(SyncLease held, CancellationToken token)
        {
            while (true)
            {
                var answer = await server.Changes(Read(FeedTable.Cursor), token).ConfigureAwait(false);
                switch (answer)
                {
                    case ServerAnswer.Page(var page):
                        if (Change(held, transaction => PullApplier.Apply(transaction, page, read().UtcMicroseconds))
                            is not { } applied)
                        {
                            return new PassOutcome.Elsewhere();
                        }

                        if (!applied)
                        {
                            return new PassOutcome.Failed("the server's page is no continuation of its feed", null);
                        }

                        done = Tell(done with { Pulled = done.Pulled + page.Rows.Count });
                        if (!page.HasMore)
                        {
                            return null;
                        }

                        break;
                    case ServerAnswer.OtherFeed:
                        if (Change(held, transaction => Always(() => PullApplier.BeginAnew(transaction))) is null)
                        {
                            return new PassOutcome.Elsewhere();
                        }

                        break;
                    default:
                        return End(answer);
                }
            }
        }
    }

    /// <summary>Gives the lease back.</summary>
    internal void Release() => Write<object?>(transaction =>
    {
        if (LeaseTable.Read(transaction, LeaseTable.Sync) is { } lease && lease.Holder == self)
        {
            new SyncLease(self, lease.Token).Release(transaction, read());
        }

        return null;
    });

    private PassOutcome? Meet(SyncLease lease, PushRequest request, ServerAnswer answer)
    {
        var written = answer switch
        {
            ServerAnswer.Verdicts(var response) => Change(lease, transaction => PushSteps.Settle(transaction, request, response)),
            ServerAnswer.OutOfOrder => Change(lease, transaction => Always(() =>
                PushSteps.TakeNewDevice(transaction, read().UtcMicroseconds))),
            ServerAnswer.OtherFeed => Change(lease, transaction => Always(() => PullApplier.BeginAnew(transaction))),
            ServerAnswer.TooLarge when request.Operations.Count == 1 => Change(lease, transaction =>
                PushSteps.Settle(transaction, request, new([new(request.Operations[0].Id, Verdict.PayloadIsTooLarge)]))),
            ServerAnswer.TooLarge => true,
            _ => (bool?)false,
        };
        if (answer is ServerAnswer.TooLarge)
        {
            _operationsMax = Math.Max(1, request.Operations.Count / 2);
        }

        return written switch
        {
            null => new PassOutcome.Elsewhere(),
            true => null,
            false when answer is ServerAnswer.Verdicts => new PassOutcome.Failed("the answer is of another push", null),
            false => End(answer),
        };
    }

    private static PassOutcome End(ServerAnswer answer) => answer switch
    {
        ServerAnswer.ShutOut(var reason) => new PassOutcome.ShutOut(reason),
        ServerAnswer.Failed(var reason, var retryAfter) => new PassOutcome.Failed(reason, retryAfter),
        _ => new PassOutcome.Failed($"the answer {answer.GetType().Name} fits no such request", null),
    };

    private static bool Always(Action act)
    {
        act();
        return true;
    }

    private SyncProgress Tell(SyncProgress progress)
    {
        Progress?.Invoke(progress);
        return progress;
    }

    /// <summary>Null where another worker has taken over.</summary>
    private bool? Change(SyncLease lease, Func<WriteTransaction, bool> change) => Write<bool?>(transaction =>
        lease.Slide(transaction, read()) ? change(transaction) : null);

    private T Read<T>(Func<ISnapshot, T> question)
    {
        using var snapshot = database.BeginRead();
        return question(snapshot);
    }

    private T Write<T>(Func<WriteTransaction, T> change)
    {
        using var transaction = database.BeginWrite();
        var result = change(transaction);

        // An outcome that is not known needs no look-up: whatever was not written is asked and answered once more.
        return transaction.Commit() switch
        {
            CommitOutcome.Committed => result,
            CommitOutcome.NotCommitted(var fault, var reason) => throw new DatabaseException(fault, reason),
            CommitOutcome.Unknown(var fault, var reason) => throw new DatabaseException(fault, reason),
            var other => throw new InvalidOperationException($"{other.GetType()} is no outcome"),
        };
    }
}
