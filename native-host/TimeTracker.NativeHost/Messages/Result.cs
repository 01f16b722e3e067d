using System.Text.Json.Serialization;

namespace TimeTracker.NativeHost.Messages;

/// <summary>What a request was for.</summary>
[JsonDerivedType(typeof(HelloResult))]
[JsonDerivedType(typeof(SnapshotResult))]
[JsonDerivedType(typeof(CommandOutcome))]
[JsonDerivedType(typeof(SuggestResult))]
[JsonDerivedType(typeof(TodayResult))]
[JsonDerivedType(typeof(ReviewResult))]
[JsonDerivedType(typeof(PolicyResult))]
[JsonDerivedType(typeof(SyncResult))]
internal abstract record Result : Answer;
