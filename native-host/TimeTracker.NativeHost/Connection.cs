using TimeTracker.Core;
using TimeTracker.NativeHost.Framing;

namespace TimeTracker.NativeHost;

/// <summary>One browser's connection, from its first byte to its end.</summary>
internal static class Connection
{
    // A browser that closes its side and does not read ours would hold a reply for ever.
    private static readonly TimeSpan EndTimeMax = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Serves until the browser closes the pipe or the process is told to end. Then what runs is stopped, if the extension
    /// has asked for that, and what the watch knows is saved.
    /// </summary>
    /// <param name="input">Requests.</param>
    /// <param name="output">Replies and pushes.</param>
    /// <param name="options">How the store is opened.</param>
    /// <param name="giveUp">Called where a second after its end was due it has not come to it.</param>
    /// <param name="told">Cancelled where the process is told to end.</param>
    internal static ExitCode Serve(
        Stream input, Stream output, TrackerOptions options, Action giveUp, CancellationToken told = default)
    {
        using var session = new Session(options);
        using var deadline = new Timer(_ =>
        {
            // The loop may wait for a reader who is gone; the store it may still be able to reach.
            session.StopAtEnd();
            giveUp();
        });
        using var inbox = new Inbox(new FrameReader(input), BeginEnd);
        using var ending = told.Register(() =>
        {
            BeginEnd();
            inbox.Post(new Arrival.End());
        });
        using var loop = new MessageLoop(inbox, new FrameWriter(output), session, options.Time);
        var exitCode = loop.Run();
        session.StopAtEnd();
        return exitCode;

        void BeginEnd() => deadline.Change(EndTimeMax, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The store of whoever runs this program, watched for as long as it runs.</summary>
    internal static TrackerOptions Options() => new() { KeepsWatch = true, Zone = new LocalZone(TimeProvider.System).Current };
}
