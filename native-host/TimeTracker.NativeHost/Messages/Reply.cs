using System.Text.Json.Serialization;

namespace TimeTracker.NativeHost.Messages;

/// <summary>The one reply to a request.</summary>
internal sealed record Reply
{
    internal Reply(long? id, Answer answer) => (Id, Result, Error) = (id, answer as Result, answer as Failure);

    /// <summary>The request's; null where it could not be read.</summary>
    public long? Id { get; }

    /// <summary>Whether it had the effect that it asked for.</summary>
    public bool Ok => Error is null;

    /// <summary>Where it had.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Result? Result { get; }

    /// <summary>Where it had not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Failure? Error { get; }
}
