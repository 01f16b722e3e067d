using System.Globalization;

namespace TimeTracker.Sqlite.Tests;

/// <summary>A schema for the tests: one table, of lines.</summary>
internal static class Notes
{
    public const int ApplicationId = 0x54544E31;
    public const string Insert = "INSERT INTO note(text) VALUES($text)";
    public const string CountAll = "SELECT count(*) FROM note";

    // Forty processes that begin at once on a busy machine need more than the ten seconds that a program has by default.
    private static readonly TimeSpan BusyTimeout = TimeSpan.FromMinutes(2);

    public static readonly Schema Schema = new(ApplicationId, [First]);

    public static readonly Schema Newer = new(ApplicationId,
    [
        First,
        new Migration(2, "colour", "ALTER TABLE note ADD COLUMN colour TEXT; UPDATE note SET colour = 'blue'"),
    ]);

    private static Migration First => new(1, "notes", """
        CREATE TABLE note(id INTEGER PRIMARY KEY, text TEXT NOT NULL CHECK (text <> '')) STRICT;
        CREATE TABLE word(
            note_id INTEGER NOT NULL REFERENCES note(id) DEFERRABLE INITIALLY DEFERRED,
            word TEXT NOT NULL
        ) STRICT;
        """);

    public static Database Open(string path, Schema? schema = null) =>
        Database.Open(path, schema ?? Schema, new DatabaseOptions { BusyTimeout = BusyTimeout });

    public static Database OpenImpatient(string path) =>
        Database.Open(path, Schema, new DatabaseOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) });

    public static void AddTo(WriteTransaction transaction, string text) =>
        transaction.Command(Insert).Bind(text).ExecuteNonQuery();

    public static CommitOutcome Add(Database database, string text)
    {
        using var transaction = database.BeginWrite();
        AddTo(transaction, text);
        return transaction.Commit();
    }

    public static long Count(Database database)
    {
        using var snapshot = database.BeginRead();
        return Count(snapshot);
    }

    public static long Count(ReadSnapshot snapshot) =>
        Convert.ToInt64(snapshot.Command(CountAll).ExecuteScalar(), CultureInfo.InvariantCulture);

    public static DatabaseFault FaultOf(Action action) => Assert.Throws<DatabaseException>(action).Fault;
}
