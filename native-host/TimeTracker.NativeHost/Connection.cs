using TimeTracker.Core;
using TimeTracker.NativeHost.Framing;

namespace TimeTracker.NativeHost;

/// <summary>One browser's connection, from its first byte to its end.</summary>
internal static class Connection
{
    // A browser that closes its side and does not read ours would hold a reply for ever.
    private static readonly TimeSpan EndTimeMax = TimeSpan.FromSeconds(1);

    /// <summary>Serves until the browser closes the pipe; what the watch knows is saved then.</summary>
    /// <param name="input">Requests.</param>
    /// <param name="output">Replies and pushes.</param>
    /// <param name="options">How the store is opened.</param>
    /// <param name="giveUp">Called where a second after the end of the input it has not come to an end.</param>
    internal static ExitCode Serve(Stream input, Stream output, TrackerOptions options, Action giveUp)
    {
        using var deadline = new Timer(_ => giveUp());
        using var inbox = new Inbox(new FrameReader(input), () => deadline.Change(EndTimeMax, Timeout.InfiniteTimeSpan));
        using var session = new Session(options);
        using var loop = new MessageLoop(inbox, new FrameWriter(output), session, options.Time);
        return loop.Run();
    }

    /// <summary>The store of whoever runs this program, watched for as long as it runs.</summary>
    internal static TrackerOptions Options() => new() { KeepsWatch = true, Zone = new LocalZone(TimeProvider.System).Current };
}
