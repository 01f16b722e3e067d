using Microsoft.Data.Sqlite;

namespace TimeTracker.Benchmarks;

/// <summary>What a store without any thought would do with the rows that a pull wrote: insert them, a page a transaction.</summary>
internal static class BareInserts
{
    private static readonly string[] Tables = ["operation", "feed", "entry", "entry_tag"];

    /// <summary>Makes the same tables and indexes, without triggers, and inserts the same rows.</summary>
    internal static void Copy(string from, string to, int rowsPerTransaction)
    {
        using var connection = new SqliteConnection($"Data Source={to};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
        Run(connection, $"ATTACH '{from}' AS source");
        foreach (var sql in Texts(connection, $"SELECT sql FROM source.sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL AND tbl_name IN ('{string.Join("', '", Tables)}') ORDER BY type DESC"))
        {
            Run(connection, sql);
        }

        // Each page's rows are read before they are inserted, so that reading is not what is timed against.
        var rows = Tables.ToDictionary(table => table, table => Rows(connection, table));
        var inserts = Tables.ToDictionary(table => table, table => Insert(connection, table, rows[table][0].Length));
        for (var done = 0; done < rows["operation"].Count; done += rowsPerTransaction)
        {
            using var transaction = connection.BeginTransaction();
            foreach (var table in Tables)
            {
                inserts[table].Transaction = transaction;
                foreach (var row in rows[table].Skip(done).Take(rowsPerTransaction))
                {
                    for (var i = 0; i < row.Length; i++)
                    {
                        inserts[table].Parameters[i].Value = row[i];
                    }

                    inserts[table].ExecuteNonQuery();
                }
            }

            transaction.Commit();
        }

        foreach (var insert in inserts.Values)
        {
            insert.Dispose();
        }
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, int columns)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO main.{table} VALUES ({string.Join(", ", Enumerable.Range(0, columns).Select(i => $"$p{i}"))})";
        for (var i = 0; i < columns; i++)
        {
            command.Parameters.Add(new SqliteParameter($"$p{i}", null));
        }

        return command;
    }

    private static List<object[]> Rows(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM source.{table}";
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static List<string> Texts(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
