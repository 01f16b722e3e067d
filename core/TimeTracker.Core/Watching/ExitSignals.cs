using System.Runtime.InteropServices;

namespace TimeTracker.Core.Watching;

/// <summary>
/// Calls back, on the thread that ends the process, however it ends short of a kill: normal exit, SIGTERM, SIGINT,
/// SIGHUP, SIGQUIT, and what Windows makes of them (console close, logoff, shutdown). It stops none of them.
/// </summary>
internal sealed class ExitSignals : IDisposable
{
    private static readonly PosixSignal[] Signals =
        [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP, PosixSignal.SIGQUIT];

    private readonly Action _save;
    private readonly List<PosixSignalRegistration> _registrations;

    internal ExitSignals(Action save)
    {
        _save = save;
        _registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, _ => save()))];
        AppDomain.CurrentDomain.ProcessExit += OnExit;
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        _registrations.ForEach(registration => registration.Dispose());
    }

    private void OnExit(object? sender, EventArgs e) => _save();
}
