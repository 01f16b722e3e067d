using TimeTracker.Core;
using TimeTracker.NativeHost.Framing;
using TimeTracker.NativeHost.Messages;
using TimeTracker.NativeHost.Requests;

namespace TimeTracker.NativeHost;

/// <summary>
/// Takes what arrives, one after the other, and replies once to each; between frames it looks whether the store has
/// changed. All of it is one thread, so that replies and pushes have one order and nobody shares the session.
/// </summary>
internal sealed class MessageLoop(Inbox inbox, FrameWriter writer, Session session, TimeProvider time) : IDisposable
{
    /// <summary>How often it looks: a change is told within 300 ms. A look costs some microseconds.</summary>
    internal static readonly TimeSpan LookPeriod = TimeSpan.FromMilliseconds(200);

    private readonly CancellationTokenSource _ended = new();
    private bool _isSyncing;
    private long _lastLook = time.GetTimestamp();

    /// <summary>Goes on until the browser closes the pipe, or nothing behind in it can be believed.</summary>
    internal ExitCode Run()
    {
        try
        {
            while (true)
            {
                // No longer than until the next look: requests in between must not put it off.
                if (inbox.TryTake(UntilNextLook(), out var arrival) && Take(arrival) is { } exitCode)
                {
                    return exitCode;
                }

                if (time.GetElapsedTime(_lastLook) >= LookPeriod)
                {
                    _lastLook = time.GetTimestamp();
                    PushIfChanged();
                }
            }
        }
        finally
        {
            _ended.Cancel();
        }
    }

    public void Dispose() => _ended.Dispose();

    // In whole milliseconds, upwards: a wait of less would be none, and the loop would spin.
    private TimeSpan UntilNextLook() => TimeSpan.FromMilliseconds(
        Math.Ceiling(Math.Max(0, (LookPeriod - time.GetElapsedTime(_lastLook)).TotalMilliseconds)));

    private ExitCode? Take(Arrival arrival)
    {
        switch (arrival)
        {
            case Arrival.Message(var bytes):
                Take(RequestReader.Read(bytes));
                return null;
            case Arrival.Empty:
                writer.Reply(null, Failures.EmptyFrame);
                return null;
            case Arrival.Answered(var id, var answer):
                _isSyncing = false;
                writer.Reply(id, answer);
                return null;
            case Arrival.TooLong(var length):
                writer.Reply(null, Failures.FrameTooLong(length));
                return ExitCode.Failed;
            case Arrival.End:
                return ExitCode.Done;
            default:
                return ExitCode.Failed;
        }
    }

    private void Take((long? Id, Request? Request, Failure? Failure) read)
    {
        if ((read.Failure ?? Guarded(() => Reply(read.Request!))) is { } answer)
        {
            writer.Reply(read.Id, answer);
        }
    }

    /// <summary>The answer; null where it comes later.</summary>
    private Answer? Reply(Request request) => request switch
    {
        not HelloRequest when session.Protocol is null => Failures.HelloFirst,
        SyncNowRequest sync when !_isSyncing => BeginSync(sync),
        _ => request.Answer(session),
    };

    /// <summary>A server may be slow: its answer is waited for elsewhere, and comes in like a frame.</summary>
    private Answer? BeginSync(SyncNowRequest request)
    {
        var tracker = session.Tracker;
        _isSyncing = true;
        _ = Task.Run(async () => inbox.Post(new Arrival.Answered(request.Id, await Sync().ConfigureAwait(false))));
        return null;

        async Task<Answer> Sync()
        {
            try
            {
                return await SyncNowRequest.Sync(tracker, _ended.Token).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                // Of whatever kind: the request has its one reply.
                return Explain(failure);
            }
        }
    }

    private void PushIfChanged()
    {
        if (session.Protocol is null)
        {
            return;
        }

        try
        {
            if (session.SnapshotIfChanged() is { } snapshot)
            {
                writer.Push(snapshot);
            }
        }
        catch (StoreException failure)
        {
            // Nobody asked; whoever does gets the reason. A replaced file is let go, so that the next look opens it anew.
            Forget(failure);
        }
    }

    /// <summary>Whatever happens, a request has its reply, and the connection goes on.</summary>
    private Answer? Guarded(Func<Answer?> answer)
    {
        try
        {
            return answer();
        }
        catch (Exception failure)
        {
            // Of whatever kind: a fault of this program must not take the connection with it.
            Forget(failure as StoreException);
            return Explain(failure);
        }
    }

    private static Failure Explain(Exception failure) => failure switch
    {
        StoreException store => Failures.Of(store),
        SyncException sync => Failures.Of(sync),
        _ => Failures.Unexpected(failure),
    };

    private void Forget(StoreException? failure)
    {
        if (failure?.Fault == StoreFault.Moved)
        {
            session.Forget();
        }
    }
}
