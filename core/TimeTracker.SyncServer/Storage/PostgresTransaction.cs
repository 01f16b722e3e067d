using System.Data.Common;
using Npgsql;

namespace TimeTracker.SyncServer.Storage;

/// <summary>A transaction on PostgreSQL, used as one on SQLite is.</summary>
internal sealed class PostgresTransaction(NpgsqlConnection connection, NpgsqlTransaction transaction) : LogTransaction
{
    public override DbCommand Command(string sql)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var name in SqlParameters.Of(sql))
        {
            command.Parameters.Add(new NpgsqlParameter(name, null));
        }

        return command;
    }

    public override void ExecuteEach(string sql, IReadOnlyList<object?[]> rows)
    {
        if (rows.Count > 0)
        {
            using var batch = Batch(sql, rows);
            batch.ExecuteNonQuery();
        }
    }

    public override IReadOnlyList<T> ReadEach<T>(
        string sql, IReadOnlyList<object?[]> rows, Func<DbDataReader, T> read)
    {
        var items = new List<T>();
        if (rows.Count > 0)
        {
            using var batch = Batch(sql, rows);
            using var reader = batch.ExecuteReader();
            do
            {
                while (reader.Read())
                {
                    items.Add(read(reader));
                }
            }
            while (reader.NextResult());
        }

        return items;
    }

    private NpgsqlBatch Batch(string sql, IReadOnlyList<object?[]> rows)
    {
        var names = SqlParameters.Of(sql);
        var batch = new NpgsqlBatch(connection, transaction);
        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql);
            for (var index = 0; index < row.Length; index++)
            {
                command.Parameters.Add(new NpgsqlParameter(names[index], row[index] ?? DBNull.Value));
            }

            batch.BatchCommands.Add(command);
        }

        return batch;
    }
}
