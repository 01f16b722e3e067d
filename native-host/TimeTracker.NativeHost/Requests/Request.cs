using System.Text.Json.Serialization;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>What an extension asks for. The verbs are a closed set, and so are the fields of each.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = RequestReader.VerbName)]
[JsonDerivedType(typeof(HelloRequest), "hello")]
[JsonDerivedType(typeof(SnapshotRequest), "snapshot")]
[JsonDerivedType(typeof(StartRequest), "start")]
[JsonDerivedType(typeof(StopRequest), "stop")]
[JsonDerivedType(typeof(SwitchRequest), "switch")]
[JsonDerivedType(typeof(SuspendRequest), "suspend")]
[JsonDerivedType(typeof(ResumeRequest), "resume")]
[JsonDerivedType(typeof(ContinueRequest), "continue")]
[JsonDerivedType(typeof(EditRequest), "edit")]
[JsonDerivedType(typeof(RemoveRequest), "remove")]
[JsonDerivedType(typeof(UndoRequest), "undo")]
[JsonDerivedType(typeof(SuggestRequest), "suggest")]
[JsonDerivedType(typeof(TodayRequest), "today")]
[JsonDerivedType(typeof(ReviewRequest), "review")]
[JsonDerivedType(typeof(ResolveRequest), "resolve")]
[JsonDerivedType(typeof(AwayRequest), "away")]
[JsonDerivedType(typeof(PolicyRequest), "policy")]
[JsonDerivedType(typeof(SyncNowRequest), "sync-now")]
internal abstract record Request
{
    /// <summary>By which the extension knows the reply.</summary>
    public required long Id { get; init; }

    /// <summary>Does what is asked for, and says what came of it.</summary>
    internal abstract Answer Answer(Session session);
}
