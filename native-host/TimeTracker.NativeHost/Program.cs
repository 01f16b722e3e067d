using TimeTracker.NativeHost;

// Started by a browser it serves the extension.
switch (Caller.Of(args))
{
    case Caller.Extension:
        return (int)Connection.Serve(
            Console.OpenStandardInput(), Console.OpenStandardOutput(), Connection.Options(),
            giveUp: () => Environment.Exit((int)ExitCode.Failed));

    case Caller.Stranger(var origin):
        Console.Error.WriteLine($"{origin} is not TimeTracker's extension, and is not served.");
        return (int)ExitCode.Usage;

    default:
        Console.Error.WriteLine("A browser starts this program for TimeTracker's extension.");
        return (int)ExitCode.Usage;
}
