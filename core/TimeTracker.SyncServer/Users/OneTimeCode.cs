using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Users;

/// <summary>Lets one device in, once.</summary>
/// <param name="Text">What its owner types.</param>
/// <param name="Expires">When it stops.</param>
public sealed record OneTimeCode(string Text, Instant Expires)
{
    /// <summary>Without the code, which has no place in a log.</summary>
    public override string ToString() => $"{nameof(OneTimeCode)} {{ Expires = {Expires} }}";
}
