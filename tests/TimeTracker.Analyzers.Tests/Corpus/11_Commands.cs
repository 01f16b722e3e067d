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
