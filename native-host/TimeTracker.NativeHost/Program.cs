using TimeTracker.NativeHost;
using TimeTracker.NativeHost.Framing;
using TimeTracker.NativeHost.Install;
using TimeTracker.NativeHost.Terminal;

// Started by a browser it serves the extension; started by a person it does a verb.
switch (Caller.Of(args))
{
    case Caller.Extension:
        using (var signals = new EndSignals())
        {
            return (int)Connection.Serve(
                StandardStreams.Input(), StandardStreams.Output(), Connection.Options(),
                giveUp: () => Environment.Exit((int)ExitCode.Failed), signals.Token);
        }

    case Caller.Stranger(var origin):
        Console.Error.WriteLine($"{origin} is not TimeTracker's extension, and is not served.");
        return (int)ExitCode.Usage;

    default:
        return (int)VerbRunner.Run(args, Surroundings.Current(), Console.Out, Console.Error);
}
