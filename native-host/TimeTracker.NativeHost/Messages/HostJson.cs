using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using TimeTracker.NativeHost.Install;
using TimeTracker.NativeHost.Requests;
using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Messages;

/// <summary>How messages are written and read, without reflection.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(HelloRequest))]
[JsonSerializable(typeof(SnapshotRequest))]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(StopRequest))]
[JsonSerializable(typeof(SwitchRequest))]
[JsonSerializable(typeof(SuspendRequest))]
[JsonSerializable(typeof(ResumeRequest))]
[JsonSerializable(typeof(ContinueRequest))]
[JsonSerializable(typeof(EditRequest))]
[JsonSerializable(typeof(RemoveRequest))]
[JsonSerializable(typeof(UndoRequest))]
[JsonSerializable(typeof(SuggestRequest))]
[JsonSerializable(typeof(TodayRequest))]
[JsonSerializable(typeof(ReviewRequest))]
[JsonSerializable(typeof(ResolveRequest))]
[JsonSerializable(typeof(AwayRequest))]
[JsonSerializable(typeof(PolicyRequest))]
[JsonSerializable(typeof(SyncNowRequest))]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Push))]
[JsonSerializable(typeof(HelloResult))]
[JsonSerializable(typeof(SnapshotResult))]
[JsonSerializable(typeof(CommandOutcome))]
[JsonSerializable(typeof(SuggestResult))]
[JsonSerializable(typeof(TodayResult))]
[JsonSerializable(typeof(ReviewResult))]
[JsonSerializable(typeof(PolicyResult))]
[JsonSerializable(typeof(SyncResult))]
[JsonSerializable(typeof(HostManifest))]
[JsonSerializable(typeof(VerbReport))]
internal sealed partial class HostJson : JsonSerializerContext
{
    private const int DepthMax = 16;

    /// <summary>
    /// On the wire: what the contract does not name is refused, so that a field that this host would ignore cannot be
    /// taken for heeded.
    /// </summary>
    internal static HostJson Wire { get; } = new(Settings(isIndented: false));

    /// <summary>For files and terminals.</summary>
    internal static HostJson Indented { get; } = new(Settings(isIndented: true));

    private static JsonSerializerOptions Settings(bool isIndented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        MaxDepth = DepthMax,
        WriteIndented = isIndented,

        // No page shows these bytes; texts in other scripts stay a sixth as long.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
