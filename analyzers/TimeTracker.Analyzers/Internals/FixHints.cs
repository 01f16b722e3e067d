namespace TimeTracker.Analyzers.Internals;

/// <summary>What the flow knows and a fix needs, carried as diagnostic properties.</summary>
internal static class FixHints
{
    /// <summary>The name of the connection or context to begin a transaction on.</summary>
    public const string Connection = "connection";

    /// <summary>"true" when that is a context of EF Core.</summary>
    public const string IsContext = "context";

    /// <summary>The name of the open transaction.</summary>
    public const string Transaction = "transaction";

    public static IEnumerable<KeyValuePair<string, string?>> Wrap(CommandSeen seen)
    {
        if (seen.Facts.Resource.Symbol is { } connection)
        {
            yield return new(Connection, connection.Name);
            yield return new(IsContext,
                seen.Facts.Resource.Type?.AllInterfaces.Any(at => at.Name == "IDbConnection") == true
                || seen.Facts.Resource.Type?.Name == "IDbConnection" ? "false" : "true");
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
