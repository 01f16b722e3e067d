using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>What a TimeTracker database must be.</summary>
internal static class StoreSchema
{
    // "TTrk": the file's application_id, by which it is told from every other SQLite database.
    private const int ApplicationId = 0x5454726B;

    internal static Schema Current { get; } = new(ApplicationId,
    [
        new Migration(1, "the ledger", Read("0001-ledger.sql")),
        new Migration(2, "sync", Read("0002-sync.sql")),
        new Migration(3, "steps", Read("0003-steps.sql")),
        new Migration(4, "names", Read("0004-names.sql")),
    ]);

    private static string Read(string name)
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream(
            $"{typeof(StoreSchema).Namespace}.Schema.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
