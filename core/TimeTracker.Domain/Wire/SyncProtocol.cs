namespace TimeTracker.Domain;

/// <summary>What client and server agree on beside the messages themselves.</summary>
public static class SyncProtocol
{
    /// <summary>Counts the forms of the protocol that cannot talk to each other; it stands in every path.</summary>
    public const int Version = 1;

    /// <summary>POST: a <see cref="PushRequest"/>, answered by a <see cref="PushResponse"/>.</summary>
    public const string PushPath = "/v1/push";

    /// <summary>
    /// GET, answered by a <see cref="ChangesResponse"/>. In the query: after and chain (the cursor), limit (rows) and
    /// wait (seconds to wait where nothing is new), both at most and by default what <see cref="WireLimits"/> says.
    /// </summary>
    public const string ChangesPath = "/v1/changes";

    /// <summary>
    /// POST: an <see cref="EnrolRequest"/> under an Idempotency-Key, answered by an <see cref="EnrolResponse"/>.
    /// GET: a <see cref="DevicesResponse"/>. DELETE of an enrolment's id below it: that device is let in no more.
    /// </summary>
    public const string DevicesPath = "/v1/devices";

    /// <summary>Names a POST, so that its repeat is known as one: a quoted string, as in the IETF's draft 07.</summary>
    public const string IdempotencyKeyHeader = "Idempotency-Key";
}
