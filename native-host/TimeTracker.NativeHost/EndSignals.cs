using System.Runtime.InteropServices;

namespace TimeTracker.NativeHost;

/// <summary>Turns the signals that ask a process to end into a token, so that it ends as it does otherwise.</summary>
internal sealed class EndSignals : IDisposable
{
    private readonly CancellationTokenSource _told = new();
    private readonly PosixSignalRegistration _terminate;
    private readonly PosixSignalRegistration _interrupt;

    internal EndSignals()
    {
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
    }

    /// <summary>Cancelled once such a signal has come.</summary>
    internal CancellationToken Token => _told.Token;

    public void Dispose()
    {
        _terminate.Dispose();
        _interrupt.Dispose();
        _told.Dispose();
    }

    private void End(PosixSignalContext signal)
    {
        signal.Cancel = true;
        _told.Cancel();
    }
}
