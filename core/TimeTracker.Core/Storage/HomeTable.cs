using TimeTracker.Core.Identity;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Where the store was when it was last opened for writing: one row.</summary>
internal static class HomeTable
{
    internal static StoreHome? Read(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT machine, file FROM home").ExecuteReader();
        return row.Read() ? new(row.GetString(0), row.GetString(1)) : null;
    }

    internal static void Write(WriteTransaction transaction, StoreHome home) =>
        transaction.Command("""
            INSERT INTO home (id, machine, file) VALUES (1, $machine, $file)
            ON CONFLICT (id) DO UPDATE SET machine = excluded.machine, file = excluded.file
            """).Bind(home.Machine, home.File).ExecuteNonQuery();
}
