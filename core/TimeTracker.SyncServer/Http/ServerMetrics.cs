using System.Diagnostics.Metrics;
using TimeTracker.SyncServer.Pushing;

namespace TimeTracker.SyncServer.Http;

/// <summary>What the server counts, beside what the framework and the database's driver count themselves.</summary>
internal sealed class ServerMetrics
{
    internal const string MeterName = "TimeTracker.SyncServer";

    private readonly Counter<long> _operations;
    private readonly Counter<long> _refusedPushes;
    private readonly Counter<long> _sentRows;
    private readonly UpDownCounter<long> _longPolls;

    public ServerMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _operations = meter.CreateCounter<long>("sync.operations", "{operation}", "Operations pushed, by verdict.");
        _refusedPushes = meter.CreateCounter<long>("sync.pushes.refused", "{push}", "Pushes without effect, by reason.");
        _sentRows = meter.CreateCounter<long>("sync.rows.sent", "{row}", "Rows sent in pages of changes.");
        _longPolls = meter.CreateUpDownCounter<long>("sync.polls", "{request}", "Requests for changes being answered.");
    }

    internal void Count(PushOutcome outcome)
    {
        if (outcome is not PushOutcome.Done(var response))
        {
            _refusedPushes.Add(1, new KeyValuePair<string, object?>("reason", outcome.GetType().Name));
            return;
        }

        foreach (var verdicts in response.Verdicts.CountBy(one => one.Verdict.GetType().Name))
        {
            _operations.Add(verdicts.Value, new KeyValuePair<string, object?>("verdict", verdicts.Key));
        }
    }

    internal void CountSent(int rows) => _sentRows.Add(rows);

    /// <summary>Counts one until it is disposed of.</summary>
    internal IDisposable LongPoll()
    {
        _longPolls.Add(1);
        return new Counted(_longPolls);
    }

    private sealed class Counted(UpDownCounter<long> counter) : IDisposable
    {
        public void Dispose() => counter.Add(-1);
    }
}
