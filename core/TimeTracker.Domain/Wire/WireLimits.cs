namespace TimeTracker.Domain;

/// <summary>The most that a message may hold; both sides keep to these.</summary>
public static class WireLimits
{
    /// <summary>Operations in one push.</summary>
    public const int PushOperationsMax = 500;

    /// <summary>Bytes of a request's body as it is sent: 1 MiB.</summary>
    public const int RequestBytesMax = 1024 * 1024;

    /// <summary>Bytes of a payload; a larger one is rejected for ever.</summary>
    public const int PayloadBytesMax = OperationCodec.PayloadBytesMax;

    /// <summary>Rows in one page of changes.</summary>
    public const int PageRowsMax = 500;

    /// <summary>Bytes of payloads after which a page ends, though it always has one row: 1 MiB.</summary>
    public const int PagePayloadBytesMax = 1024 * 1024;

    /// <summary>Seconds that the server waits for something new before it answers with an empty page.</summary>
    public const int LongPollSecondsMax = 30;

    /// <summary>Characters of a device's name, of a user's, and of an enrolment code.</summary>
    public const int NameCharactersMax = 100;

    /// <summary>The largest number, 2^53 - 1: every JSON reader keeps it whole.</summary>
    public const long NumberMax = 9_007_199_254_740_991;
}
