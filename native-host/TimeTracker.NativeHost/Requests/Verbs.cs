using System.Text.Json.Serialization.Metadata;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>
/// The verbs of the contract. Chosen here and not by the serializer's own discriminators: those read the attributes of
/// all requests, which took a third of what a host's start takes beside the store's.
/// </summary>
internal static class Verbs
{
    internal static IReadOnlyList<string> All { get; } =
    [
        "hello",
        "snapshot",
        "start",
        "stop",
        "switch",
        "suspend",
        "resume",
        "continue",
        "edit",
        "remove",
        "undo",
        "suggest",
        "today",
        "review",
        "resolve",
        "away",
        "policy",
        "sync-now",
    ];

    /// <summary>How a verb's request is read; null for a verb that there is not.</summary>
    internal static JsonTypeInfo? TypeOf(string verb) => verb switch
    {
        "hello" => HostJson.Wire.HelloRequest,
        "snapshot" => HostJson.Wire.SnapshotRequest,
        "start" => HostJson.Wire.StartRequest,
        "stop" => HostJson.Wire.StopRequest,
        "switch" => HostJson.Wire.SwitchRequest,
        "suspend" => HostJson.Wire.SuspendRequest,
        "resume" => HostJson.Wire.ResumeRequest,
        "continue" => HostJson.Wire.ContinueRequest,
        "edit" => HostJson.Wire.EditRequest,
        "remove" => HostJson.Wire.RemoveRequest,
        "undo" => HostJson.Wire.UndoRequest,
        "suggest" => HostJson.Wire.SuggestRequest,
        "today" => HostJson.Wire.TodayRequest,
        "review" => HostJson.Wire.ReviewRequest,
        "resolve" => HostJson.Wire.ResolveRequest,
        "away" => HostJson.Wire.AwayRequest,
        "policy" => HostJson.Wire.PolicyRequest,
        "sync-now" => HostJson.Wire.SyncNowRequest,
        _ => null,
    };
}
