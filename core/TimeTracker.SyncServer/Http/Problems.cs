using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Http;

/// <summary>Every problem that the server answers with: what happened, what it means for the data, what to do.</summary>
internal static class Problems
{
    private const string TypePrefix = "urn:timetracker:problem:";
    private const string NothingChanged = "Nothing was changed.";
    private const string NothingAccepted = "Nothing of this push was accepted; what the device has is unharmed.";

    internal static Problem Fault { get; } = new(
        TypePrefix + "fault", "The server failed", StatusCodes.Status500InternalServerError,
        "A fault in the server ended the request.",
        "What was sent either took effect whole or not at all; keep it and send it again, its ids make that safe.",
        "Try again later. If it stays, the operator finds the cause in the server's log.");

    internal static Problem Unavailable { get; } = new(
        TypePrefix + "unavailable", "The database did not answer", StatusCodes.Status503ServiceUnavailable,
        "The server's database failed or is not reachable.",
        "What was sent either took effect whole or not at all; keep it and send it again, its ids make that safe.",
        "Try again after the seconds in Retry-After.");

    internal static Problem NotLetIn { get; } = new(
        TypePrefix + "not-let-in", "This device is not let in", StatusCodes.Status401Unauthorized,
        "The request has no bearer token, or one that belongs to no device, or to one that was shut out.",
        NothingChanged,
        "Enrol the device with a new one-time code, which the server's operator makes.");

    internal static Problem CodeUnknown { get; } = new(
        TypePrefix + "code-unknown", "The code lets nobody in", StatusCodes.Status403Forbidden,
        "The one-time code is mistyped, was used by another request, or has expired.",
        NothingChanged,
        "Ask for a new code; each lets one device in.");

    internal static Problem KeyMissing { get; } = new(
        TypePrefix + "key-missing", "The request has no name", StatusCodes.Status400BadRequest,
        "The header Idempotency-Key is missing, or is no quoted string of 1 to 128 printable characters.",
        NothingChanged,
        "Send a fresh random key, the same again with each repeat.");

    internal static Problem NotFound { get; } = new(
        TypePrefix + "not-found", "There is nothing here", StatusCodes.Status404NotFound,
        "The address names nothing that the caller has.",
        NothingChanged,
        "See /openapi/v1.json for what there is.");

    internal static Problem OtherFeed { get; } = new(
        TypePrefix + "other-feed", "The server has another feed", StatusCodes.Status410Gone,
        "The cursor's chain is not the server's at that number: the server was restored from a backup, or is another one.",
        NothingAccepted,
        "Set the pulled rows aside, pull from the start, and push again once at the head.");

    internal static Problem TooManyRequests { get; } = new(
        TypePrefix + "too-many-requests", "Too many requests", StatusCodes.Status429TooManyRequests,
        "More requests came from here than the server takes.",
        NothingChanged,
        "Try again after the seconds in Retry-After.");

    internal static Problem NotJson { get; } = new(
        TypePrefix + "not-json", "The body is no JSON", StatusCodes.Status415UnsupportedMediaType,
        "The content type is not application/json.",
        NothingChanged,
        "Send application/json.");

    internal static Problem Malformed(string reason) => new(
        TypePrefix + "malformed", "The request is malformed", StatusCodes.Status400BadRequest,
        $"It cannot be read: {reason}.",
        NothingChanged,
        "This is a fault of the program that sent it; sending it again changes nothing.");

    internal static Problem TooLarge(string reason) => new(
        TypePrefix + "too-large", "The request is too large", StatusCodes.Status413PayloadTooLarge,
        $"It holds more than one request may: {reason}.",
        NothingChanged,
        "Send half of it at a time.");

    internal static Problem OutOfOrder(long lastSeq) => new(
        TypePrefix + "out-of-order", "The numbers do not go on here", StatusCodes.Status409Conflict,
        $"The last number that this device used up here is {lastSeq}, and the push does not follow that operation: "
            + "a copy of the store has pushed, or an old copy was put back.",
        NothingAccepted,
        "Take a new device id, and number all that has no verdict anew.");

    /// <summary>For what the framework refuses before anything of ours has seen it.</summary>
    internal static Problem OfStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status413PayloadTooLarge => TooLarge($"the body is over {WireLimits.RequestBytesMax} bytes"),
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        _ => Malformed("the server does not take it") with { Status = status },
    };
}
