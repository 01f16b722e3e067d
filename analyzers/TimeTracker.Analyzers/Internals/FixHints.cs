namespace TimeTracker.Analyzers.Internals;

/// <summary>What the flow knows and a fix needs, carried as diagnostic properties.</summary>
internal static class FixHints
{
    /// <summary>The name of the connection or context to begin a transaction on.</summary>
    public const string Connection = "connection";

    /// <summary>The name of the open transaction.</summary>
    public const string Transaction = "transaction";

    public static IEnumerable<KeyValuePair<string, string?>> Wrap(CommandSeen seen)
    {
        if (seen.Facts.Resource.Symbol is { } connection)
        {
            yield return new(Connection, connection.Name);
        }
    }

    public static IEnumerable<KeyValuePair<string, string?>> Enlist(CommandSeen seen)
    {
        if (seen.Token?.Variable is { } transaction)
        {
            yield return new(Transaction, transaction.Name);
        }
    }
}
