using System.Collections.Concurrent;
using System.Globalization;
using System.Management.Automation;
using TimeTracker.Core;

namespace TimeTracker.PowerShell.Cmdlets;

/// <summary>
/// Sends what waits to the sync server and pulls what other devices sent, here and now. Ctrl-C ends it between two steps;
/// what was done until then stays done.
/// </summary>
/// <example>
/// <code>Sync-TtStore</code>
/// Syncs, and says how much was sent and pulled.
/// </example>
/// <example>
/// <code>Sync-TtStore -WhatIf</code>
/// Says how much waits to be sent.
/// </example>
[Cmdlet(VerbsData.Sync, "TtStore", SupportsShouldProcess = true)]
[OutputType(typeof(TtSyncResult))]
public sealed class SyncTtStore : ServerCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ShouldProcess(Preferences.ShowText(this) ? Waiting() : string.Empty, "Sync")
            && TryAsk(SyncAndShow, target: null, out var done))
        {
            WriteObject(new TtSyncResult(done));
        }
    }

    private string Waiting() => AskIfAny(tracker => tracker.Sync.Status()) is { Connection: { } connection } status
        ? string.Create(CultureInfo.InvariantCulture, $"{status.Pending} operations that wait, with {connection.Server}")
        : "this store, which is connected to no server";

    private SyncProgress SyncAndShow(TrackerSync sync)
    {
        // Only the pipeline's thread may show anything: it is told here.
        using var steps = new BlockingCollection<SyncProgress>();
        var work = Begin(sync, async (one, cancellation) =>
        {
            try
            {
                return await one.Now(steps.Add, cancellation).ConfigureAwait(false);
            }
            finally
            {
                steps.CompleteAdding();
            }
        });
        try
        {
            foreach (var step in steps.GetConsumingEnumerable())
            {
                WriteProgress(Shown(step, ProgressRecordType.Processing));
            }
        }
        finally
        {
            // However the showing ends, the work has ended before the cmdlet has.
            Task.WaitAny(work);
        }

        WriteProgress(Shown(default, ProgressRecordType.Completed));
        return work.GetAwaiter().GetResult();
    }

    private static ProgressRecord Shown(SyncProgress step, ProgressRecordType type) => new(
        0, "Sync", string.Create(CultureInfo.InvariantCulture, $"{step.Pushed} pushed, {step.Pulled} pulled"))
    {
        RecordType = type,
    };
}
