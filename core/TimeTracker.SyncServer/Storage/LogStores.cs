namespace TimeTracker.SyncServer.Storage;

/// <summary>Which database a text names.</summary>
public static class LogStores
{
    private const string HostKey = "Host=";

    /// <summary>Whether the text is a connection string for PostgreSQL; else it is the path of a SQLite file.</summary>
    public static bool IsPostgres(string database)
    {
        ArgumentNullException.ThrowIfNull(database);
        return database.Contains(HostKey, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Opens the database, and brings its schema up to date.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened.</exception>
    public static ILogStore Open(string database, TimeProvider clock) =>
        IsPostgres(database) ? PostgresLogStore.Open(database, clock) : SqliteLogStore.Open(database, clock);
}
