using System.Collections.Concurrent;
using System.Globalization;
using Serilog.Core;
using Serilog.Events;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>Keeps all that a server logs.</summary>
internal sealed class KeptLog : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> _lines = [];

    public void Emit(LogEvent logEvent) => _lines.Enqueue(logEvent);

    /// <summary>Every message, property and exception.</summary>
    internal string Everything() => string.Join('\n', _lines.Select(line =>
        line.RenderMessage(CultureInfo.InvariantCulture) + line.Exception + string.Join(',', line.Properties)));
}
