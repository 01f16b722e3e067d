using TimeTracker.Sqlite;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>A database on SQLite: a file, of which the tests begin with a copy.</summary>
internal sealed class SqliteDatabase(string name, Sqlite.Schema schema)
    : SchemaDatabase(name, [.. schema.Migrations.Select(step => step.Sql)])
{
    protected override string Variable => "TIMETRACKER_LAID_DATABASE";

    internal Sqlite.Schema MadeBy(IReadOnlyList<string> texts) => new(
        schema.ApplicationId,
        [.. schema.Migrations.Zip(texts, (step, text) => new Migration(step.Version, step.Name, text))]);

    protected override string Make(string folder, IReadOnlyList<string> made)
    {
        var path = Path.Combine(folder, "laid.db");
        File.Delete(path);
        Database.Open(path, MadeBy(made)).Dispose();
        return path;
    }
}
