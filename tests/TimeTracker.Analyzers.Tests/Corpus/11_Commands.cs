// ==== command_enlisted_by_a_helper
public sealed class Store(string at)
{
    public void Save()
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO a VALUES (1)";
        Enlist(command, transaction);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    private static void Enlist(IDbCommand command, IDbTransaction transaction) => command.Transaction = transaction;
}
// ==== command_enlisted_if_not_yet
public sealed class Store(string at)
{
    public void Save()
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = new Microsoft.Data.SqlClient.SqlCommand("INSERT INTO a VALUES (1)", connection);
        command.Transaction ??= transaction;
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
// ==== command_dapper_transaction_by_name
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public async Task Save()
    {
        using var transaction = connection.BeginTransaction();
        await connection.ExecuteAsync(transaction: transaction, sql: "INSERT INTO a VALUES (1)", param: null);
        var id = await connection.QuerySingleAsync<int>("INSERT INTO b OUTPUT inserted.id VALUES (1)", transaction: transaction);
        transaction.Commit();
    }
}
// ==== command_data_source_command
public sealed class Store(NpgsqlDataSource source)
{
    public async Task Save()
    {
        await using var command = source.CreateCommand("INSERT INTO a VALUES (1)");
        await command.ExecuteNonQueryAsync(); //! TT0001
    }
}
// ==== command_conditional_access
public sealed class Store(NpgsqlConnection? connection)
{
    public void Save() => connection?.Execute("INSERT INTO a VALUES (1)"); //! TT0001
}
// ==== command_batch_outside
public sealed class Store(string at)
{
    public void Save()
    {
        using var connection = new MySqlConnection(at);
        using var batch = new MySqlBatch(connection)
        {
            BatchCommands = { new MySqlBatchCommand("INSERT INTO a VALUES (1)"), new MySqlBatchCommand("INSERT INTO b VALUES (1)") },
        };
        batch.ExecuteNonQuery(); //! TT0001
    }

    public void SaveMade(DbDataSource source)
    {
        using var connection = source.OpenConnection();
        using var batch = connection.CreateBatch();
        var command = batch.CreateBatchCommand();
        command.CommandText = "DELETE FROM a";
        batch.BatchCommands.Add(command);
        batch.ExecuteNonQuery(); //! TT0001
    }
}
// ==== command_batch_inside
public sealed class Store(string at)
{
    public async Task Save()
    {
        await using var connection = new NpgsqlConnection(at);
        await using var transaction = await connection.BeginTransactionAsync();
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands = { new("INSERT INTO a VALUES (1)"), new("INSERT INTO b VALUES (1)") },
        };
        await batch.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    public void Read()
    {
        using var connection = new MySqlConnection(at);
        using var batch = new MySqlBatch(connection) { BatchCommands = { new MySqlBatchCommand("SELECT 1") } };
        batch.ExecuteNonQuery();
    }
}
// ==== command_batch_filled_in_a_loop
public sealed class Store(MySqlConnection connection)
{
    public void Save(IEnumerable<int> ids)
    {
        using var batch = new MySqlBatch(connection);
        foreach (var id in ids)
        {
            batch.BatchCommands.Add(new MySqlBatchCommand("INSERT INTO a VALUES (@id)"));
        }

        batch.ExecuteNonQuery(); //! TT0001
    }
}
// ==== command_batch_not_enlisted
public sealed class Store(MySqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        using var batch = new MySqlBatch(connection);
        batch.BatchCommands.Add(new MySqlBatchCommand("INSERT INTO a VALUES (1)"));
        batch.ExecuteNonQuery(); //! TT0005
        transaction.Commit();
    }

    public void SaveNever()
    {
        using var transaction = connection.BeginTransaction(); //! TT0002
        using var batch = new MySqlBatch(connection, transaction);
        batch.BatchCommands.Add(new MySqlBatchCommand("INSERT INTO a VALUES (1)"));
        batch.ExecuteNonQuery();
    }
}
// ==== command_bulk_copy_outside
public sealed class Store(string at)
{
    public void Save(DataTable rows)
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
        connection.Open();
        using var copy = new Microsoft.Data.SqlClient.SqlBulkCopy(connection);
        copy.WriteToServer(rows); //! TT0001
    }

    public void SaveByText(DataTable rows)
    {
        using var copy = new Microsoft.Data.SqlClient.SqlBulkCopy(at);
        copy.WriteToServer(rows); //! TT0001
    }
}
// ==== command_bulk_copy_inside
public sealed class Store(string at)
{
    public async Task Save(DataTable rows)
    {
        await using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
        await connection.OpenAsync();
        using var transaction = connection.BeginTransaction();
        using var copy = new Microsoft.Data.SqlClient.SqlBulkCopy(connection, Microsoft.Data.SqlClient.SqlBulkCopyOptions.Default, transaction);
        await copy.WriteToServerAsync(rows);
        transaction.Commit();
    }

    public void SaveOnItsOwn(DataTable rows)
    {
        using var copy = new Microsoft.Data.SqlClient.SqlBulkCopy(at, Microsoft.Data.SqlClient.SqlBulkCopyOptions.UseInternalTransaction);
        copy.WriteToServer(rows);
    }

    public void SaveMy(DataTable rows, MySqlConnection connection, MySqlTransaction transaction)
        => new MySqlBulkCopy(connection, transaction).WriteToServer(rows);
}
