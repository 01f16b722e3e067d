using System.Text.Json.Serialization;

namespace TimeTracker.NativeHost.Messages;

/// <summary>What a request was for.</summary>
[JsonConverter(typeof(ResultConverter))]
internal abstract record Result : Answer;
