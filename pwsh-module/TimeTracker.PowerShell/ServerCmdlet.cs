using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets share that talk to the server: they wait for it, and Ctrl-C ends the wait.</summary>
public abstract class ServerCmdlet : TtCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    private protected ServerCmdlet()
    {
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _stopping.Cancel();

    /// <summary>Asks the server. False where it did not do what was asked, which is then told.</summary>
    private protected bool TryAskServer<T>(
        Func<TrackerSync, CancellationToken, Task<T>> ask, object? target, [MaybeNullWhen(false)] out T answer) =>
        TryAsk(sync => Begin(sync, ask).GetAwaiter().GetResult(), target, out answer);

    /// <summary>As the other, for what the cmdlet does while it waits.</summary>
    private protected bool TryAsk<T>(Func<TrackerSync, T> ask, object? target, [MaybeNullWhen(false)] out T answer)
    {
        answer = default;
        try
        {
            answer = Ask(tracker => ask(tracker.Sync));
            return true;
        }
        catch (SyncException failure)
        {
            WriteError(ErrorRecords.For(failure, target));
            return false;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    /// <summary>Asks on another thread than the pipeline's, which may belong to a host that never gives it back.</summary>
    private protected Task<T> Begin<T>(TrackerSync sync, Func<TrackerSync, CancellationToken, Task<T>> ask) =>
        Task.Run(() => ask(sync, _stopping.Token));
}
