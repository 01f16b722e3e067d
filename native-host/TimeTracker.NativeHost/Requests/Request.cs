using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>What an extension asks for. The verbs are a closed set (see <see cref="Verbs"/>), and so are the fields of
/// each.</summary>
internal abstract record Request
{
    /// <summary>By which the extension knows the reply.</summary>
    public required long Id { get; init; }

    /// <summary>By which the host knows what it reads.</summary>
    public required string Verb { get; init; }

    /// <summary>Does what is asked for, and says what came of it.</summary>
    internal abstract Answer Answer(Session session);
}
