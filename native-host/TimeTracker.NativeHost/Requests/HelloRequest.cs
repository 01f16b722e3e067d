using TimeTracker.Domain;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>The first request: agrees on a version, and on what becomes of a running entry when the connection ends. Said
/// again, it replaces what was agreed.</summary>
internal sealed record HelloRequest : Request
{
    /// <summary>The version that this host speaks best.</summary>
    internal const int ProtocolMax = 1;

    /// <summary>The oldest that it speaks: one back from the newest, once there are two.</summary>
    internal const int ProtocolMin = 1;

    /// <summary>The version that the extension speaks.</summary>
    public required int Protocol { get; init; }

    /// <summary>The id of the command that stops what runs once the connection ends; null for letting it run on.</summary>
    public Guid? StopAtEnd { get; init; }

    internal override Answer Answer(Session session)
    {
        if (Protocol is < ProtocolMin or > ProtocolMax)
        {
            return Protocol < ProtocolMin
                ? Failures.ExtensionTooOld(Protocol, ProtocolMin)
                : Failures.HostTooOld(Protocol, ProtocolMax);
        }

        if (StopAtEnd is { } stop && !CommandRequest.IsMinted(stop))
        {
            return Failures.BadCommandId;
        }

        // Agreed even where the store cannot be opened: later requests then say why, each anew.
        session.Protocol = Protocol;
        session.StopsAtEnd = StopAtEnd is { } id ? CommandId.FromMinted(id) : null;
        return new HelloResult(Protocol, Version, session.Snapshot());
    }

    private static string Version => typeof(HelloRequest).Assembly.GetName().Version!.ToString(fieldCount: 3);
}
