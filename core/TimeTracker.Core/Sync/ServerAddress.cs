namespace TimeTracker.Core.Sync;

/// <summary>Which addresses a token may be sent to.</summary>
internal static class ServerAddress
{
    /// <summary>Why the address cannot be used; null where it can.</summary>
    internal static string? Fault(Uri address) => address switch
    {
        { IsAbsoluteUri: false } => "it is not a whole address",
        { Scheme: "https" } or { Scheme: "http", IsLoopback: true } => null,
        { Scheme: "http" } => "plain http would show what you book, and the token, to everybody on the way",
        _ => "it begins with neither https:// nor, on this machine, http://",
    };

    /// <summary>The address that paths are put behind.</summary>
    internal static Uri Base(Uri address) => new(address.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
}
