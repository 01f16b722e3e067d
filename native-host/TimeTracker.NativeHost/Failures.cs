using System.Text.Json;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost;

/// <summary>Every error that the contract names. Codes are only ever added to; texts may be improved.</summary>
internal static class Failures
{
    private const string Report = "Nothing was changed. This is a fault of the extension: update it, or report it.";

    internal static Failure EmptyFrame { get; } = new("EmptyFrame", "A frame of no bytes is no request.", Report);

    internal static Failure FrameTooLong(uint length) => new(
        "FrameTooLong", $"A frame of {length} bytes is longer than any request; the host ends here.", Report);

    internal static Failure NotJson { get; } = new("NotJson", "A frame was no JSON object in UTF-8.", Report);

    internal static Failure NoId { get; } = new(
        "NoId", "A request has an id: an integer from 0 to 9007199254740991.", Report);

    internal static Failure UnknownVerb { get; } = new(
        "UnknownVerb", "This host does not know what was asked for.", "Update the host, or the extension.");

    internal static Failure BadRequest(string what) => new("BadRequest", $"A request was wrong: {what}.", Report);

    internal static Failure BadCommandId { get; } = new(
        "BadCommandId", "A command's id is a UUID of version 7 whose last byte is 0.", Report);

    internal static Failure HelloFirst { get; } = new(
        "HelloFirst", "The first request says hello, with the version that the extension speaks.", Report);

    internal static Failure ExtensionTooOld(int asked, int min) => new(
        "ExtensionTooOld", $"The extension speaks version {asked}; this host speaks {min} and later.", "Update the extension.");

    internal static Failure HostTooOld(int asked, int max) => new(
        "HostTooOld", $"The extension speaks version {asked}; this host speaks {max} at most.",
        "Update TimeTracker on this machine and install the host again.");

    internal static Failure ThresholdOutOfRange { get; } = new(
        "ThresholdOutOfRange", "A threshold lies between 0 and 7 days. Nothing was changed.", "Give one of some minutes.");

    internal static Failure ReplyTooLong { get; } = new(
        "ReplyTooLong", "What was asked for was done, but its reply is longer than a browser takes.", "Ask for a snapshot.");

    internal static Failure SyncUnderWay { get; } = new(
        "SyncUnderWay", "A sync that was asked for before is still under way.", "Wait for its reply.");

    /// <summary>A fault of the request's fields. The text names the field and nothing of its content.</summary>
    internal static Failure Of(JsonException fault) => BadRequest(
        string.IsNullOrEmpty(fault.Path) || fault.Path == "$" ? "a field is missing, unknown, given twice or of the wrong type"
            : $"the field {fault.Path.TrimStart('$', '.')} is unknown, given twice or of the wrong type");

    internal static Failure Of(Rejection rejection) => new(rejection.Code.ToString(), rejection.Message, rejection.Hint);

    internal static Failure Of(StoreException failure) => new($"Store{failure.Fault}", failure.Message, failure.Hint);

    internal static Failure Of(SyncException failure) => new($"Sync{failure.Fault}", failure.Message, failure.Hint);

    /// <summary>A fault of this program: it must not take the connection with it.</summary>
    internal static Failure Unexpected(Exception failure) => new(
        "Unexpected", $"The host failed by a fault of its own ({failure.GetType().Name}).",
        "Look whether it took effect before you repeat it; then please report it.");
}
