namespace TimeTracker.Shell;

/// <summary>While it lives, Ctrl-C is the host's to answer and does not end the process.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly ShellHost _host;

    public Interrupt(ShellHost host)
    {
        _host = host;
        Console.CancelKeyPress += Stop;
    }

    public void Dispose() => Console.CancelKeyPress -= Stop;

    private void Stop(object? sender, ConsoleCancelEventArgs arguments)
    {
        // Ctrl-Break still ends the process: there must be a way out of a pipeline that does not stop.
        if (arguments.SpecialKey == ConsoleSpecialKey.ControlC)
        {
            arguments.Cancel = true;
            _host.Interrupt();
        }
    }
}
