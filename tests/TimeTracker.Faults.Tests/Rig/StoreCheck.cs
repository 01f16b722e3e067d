using Microsoft.Data.Sqlite;

namespace TimeTracker.Faults.Tests.Rig;

/// <summary>What must hold of a store whatever happened to the program and the machine.</summary>
internal static class StoreCheck
{
    /// <summary>What is wrong; empty for a store in order.</summary>
    internal static List<string> Violations(string path, IReadOnlyCollection<string> acknowledged)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Mode=ReadWrite");
        connection.Open();

        // The check itself need not survive anything, and its syncs would be most of its time.
        Lines(connection, "PRAGMA synchronous = OFF");
        var wrong = new List<string>();
        if (Text(connection, "PRAGMA integrity_check") is var integrity and not "ok")
        {
            wrong.Add($"integrity: {integrity}");
        }

        AddAll("operation without its outbox row", "SELECT hex(op_id) FROM operation WHERE op_id NOT IN (SELECT op_id FROM outbox)");
        AddAll("command without operations", "SELECT hex(command_id) FROM command WHERE command_id NOT IN (SELECT command_id FROM operation)");
        AddAll("operation without its command", "SELECT hex(op_id) FROM operation WHERE kind <> 'gap.set' AND command_id NOT IN (SELECT command_id FROM command)");
        AddAll("second open entry", "SELECT hex(entry_id) FROM entry WHERE end_utc IS NULL AND removed_by IS NULL LIMIT -1 OFFSET 1");
        AddAll("numbering", "SELECT seq FROM outbox WHERE seq > (SELECT count(*) FROM outbox)");
        var commands = Lines(connection, "SELECT lower(hex(command_id)) FROM command").ToHashSet();
        wrong.AddRange(acknowledged.Where(id => !commands.Contains(id.Replace("-", string.Empty, StringComparison.Ordinal)))
            .Select(id => $"lost: {id}"));
        return wrong;

        void AddAll(string what, string sql) => wrong.AddRange(Lines(connection, sql).Select(line => $"{what}: {line}"));
    }

    /// <summary>One column of text from the store.</summary>
    internal static List<string> Ask(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return Lines(connection, sql);
    }

    private static List<string> Lines(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(reader.GetString(0));
        }

        return lines;
    }

    private static string Text(SqliteConnection connection, string sql) => Lines(connection, sql)[0];
}
