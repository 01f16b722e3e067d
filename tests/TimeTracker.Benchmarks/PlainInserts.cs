using Npgsql;

namespace TimeTracker.Benchmarks;

/// <summary>What a log without any promise would do: one prepared insert of one row, and a commit.</summary>
internal sealed class PlainInserts : IDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlCommand _insert;
    private readonly byte[] _payload;

    internal PlainInserts(string connectionString, int payloadBytes)
    {
        _payload = new byte[payloadBytes];
        _connection = new NpgsqlConnection(connectionString);
        _connection.Open();
        using (var create = new NpgsqlCommand(
            "CREATE TABLE plain(id bigserial PRIMARY KEY, op_id uuid NOT NULL UNIQUE, payload bytea NOT NULL)", _connection))
        {
            create.ExecuteNonQuery();
        }

        _insert = new NpgsqlCommand("INSERT INTO plain(op_id, payload) VALUES($1, $2)", _connection)
        {
            Parameters = { new NpgsqlParameter<Guid>(), new NpgsqlParameter<byte[]>() },
        };
        _insert.Prepare();
    }

    internal void InsertOne()
    {
        using var transaction = _connection.BeginTransaction();
        _insert.Transaction = transaction;
        ((NpgsqlParameter<Guid>)_insert.Parameters[0]).TypedValue = Guid.CreateVersion7();
        ((NpgsqlParameter<byte[]>)_insert.Parameters[1]).TypedValue = _payload;
        _insert.ExecuteNonQuery();
        transaction.Commit();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
