namespace TimeTracker.NativeHost.Terminal;

/// <summary>One thing that was looked at or done.</summary>
/// <param name="Subject">What it is about: a browser, the store, the service.</param>
/// <param name="State">A stable word: written, unchanged, removed, absent, ok, or the name of a fault.</param>
/// <param name="Detail">The same in words.</param>
internal sealed record ReportItem(string Subject, string State, string Detail)
{
    /// <summary>The file or registry key.</summary>
    public string? Path { get; init; }

    /// <summary>What to do about it; null where nothing is wrong.</summary>
    public string? Remedy { get; init; }
}
