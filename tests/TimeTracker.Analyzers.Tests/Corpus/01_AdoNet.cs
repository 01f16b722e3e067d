// ==== ado_insert_without_transaction
public sealed class InvoiceStore(string connectionString)
{
    public void Add(int id)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO invoice (id) VALUES (@id)";
        command.Parameters.AddWithValue("@id", id);
        command.ExecuteNonQuery(); //! TT0001
    }
}
// ==== ado_insert_inside_transaction
public sealed class InvoiceStore(string connectionString)
{
    public void Add(int id)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO invoice (id) VALUES (@id)";
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
// ==== ado_read_only
public sealed class InvoiceReader(string connectionString)
{
    public object? Count()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM invoice -- never DELETE FROM invoice";
        return command.ExecuteScalar();
    }
}
// ==== ado_unknown_sql_is_no_write
public sealed class Runner(string connectionString)
{
    public void Run(string sql)
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
// ==== ado_two_writes
public sealed class Mover(string connectionString)
{
    public void Move(int from, int to)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var debit = new NpgsqlCommand("UPDATE account SET amount = amount - 1 WHERE id = 1", connection);
        using var credit = new NpgsqlCommand("UPDATE account SET amount = amount + 1 WHERE id = 2", connection);
        debit.ExecuteNonQuery();
        credit.ExecuteNonQuery(); //! TT0003
    }
}
// ==== ado_if_else_is_one_write_a_path
public sealed class Upserter(string connectionString)
{
    public void Save(int id, bool exists)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var update = new NpgsqlCommand("UPDATE account SET amount = 1 WHERE id = 1", connection);
        using var insert = new NpgsqlCommand("INSERT INTO account (id) VALUES (1)", connection);
        if (exists)
        {
            update.ExecuteNonQuery(); //! TT0001
        }
        else
        {
            insert.ExecuteNonQuery(); //! TT0001
        }
    }
}
// ==== ado_loop_is_several
public sealed class Importer(string connectionString)
{
    public void Import(IEnumerable<int> ids)
    {
        using var connection = new MySqlConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO invoice (id) VALUES (@id)";
        foreach (var id in ids)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@id", id);
            command.ExecuteNonQuery(); //! TT0003
        }
    }
}
// ==== ado_write_after_commit
public sealed class CounterAggregator(string connectionString)
{
    public void Aggregate()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using (var transaction = connection.BeginTransaction())
        {
            using var delete = new NpgsqlCommand("DELETE FROM counter WHERE id < 10", connection, transaction);
            delete.ExecuteNonQuery();
            transaction.Commit();
        }

        using var insert = new NpgsqlCommand("INSERT INTO aggregated (value) VALUES (1)", connection);
        insert.ExecuteNonQuery(); //! TT0001
    }
}
// ==== ado_returning_through_scalar
public sealed class Sequence(string connectionString)
{
    public object? Next()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand("INSERT INTO seq DEFAULT VALUES RETURNING id", connection);
        return command.ExecuteScalar(); //! TT0001
    }
}
// ==== ado_returning_through_reader
public sealed class Taker(string connectionString)
{
    public List<int> Take()
    {
        var taken = new List<int>();
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand("""
            WITH next AS (SELECT id FROM job WHERE state = 'new' LIMIT 10 FOR UPDATE SKIP LOCKED)
            UPDATE job SET state = 'taken' FROM next WHERE job.id = next.id RETURNING job.id
            """, connection);
        using var reader = command.ExecuteReader(); //! TT0001
        while (reader.Read())
        {
            taken.Add(reader.GetInt32(0));
        }

        return taken;
    }
}
// ==== ado_stored_procedure_is_unknown
public sealed class Closer(string connectionString)
{
    public void Close()
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "delete_old_rows";
        command.CommandType = CommandType.StoredProcedure;
        command.ExecuteNonQuery();
    }
}
// ==== ado_pragma_and_ddl
public sealed class Setup(string connectionString)
{
    public void Prepare()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL";
        command.ExecuteNonQuery();
        command.CommandText = "CREATE TABLE IF NOT EXISTS t (id INTEGER REFERENCES p ON DELETE CASCADE)";
        command.ExecuteNonQuery();
    }
}
// ==== ado_command_text_follows_flow
public sealed class Renamer(string connectionString)
{
    public void Rename()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT 1";
        command.ExecuteNonQuery();
        command.CommandText = "UPDATE t SET name = 'x'";
        command.ExecuteNonQuery(); //! TT0001
        command.CommandText = "SELECT 2";
        command.ExecuteNonQuery();
    }
}
// ==== ado_raw_begin_and_commit
public sealed class RawSql(string connectionString)
{
    public void Run()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO a VALUES (1)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO b VALUES (1)";
        command.ExecuteNonQuery();
        command.CommandText = "COMMIT";
        command.ExecuteNonQuery();
    }
}
// ==== ado_statement_brings_its_own_transaction
public sealed class Script(string connectionString)
{
    public void Run()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE; INSERT INTO a VALUES (1); INSERT INTO b VALUES (1); COMMIT;";
        command.ExecuteNonQuery();
    }
}
// ==== ado_not_enlisted
public sealed class Orders(string connectionString)
{
    public void Place()
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = new Microsoft.Data.SqlClient.SqlCommand("INSERT INTO o VALUES (1)", connection);
        command.ExecuteNonQuery(); //! TT0005
        transaction.Commit();
    }
}
// ==== ado_enlisted_by_property
public sealed class Orders(string connectionString)
{
    public void Place()
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO o VALUES (1)";
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
// ==== ado_sqlite_command_made_before_begin
public sealed class Orders(string connectionString)
{
    public void Place()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        using var transaction = connection.BeginTransaction();
        command.CommandText = "INSERT INTO o VALUES (1)";
        command.ExecuteNonQuery(); //! TT0005
        transaction.Commit();
    }
}
// ==== ado_never_committed
public sealed class Forgetful(string connectionString)
{
    public void Save()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction(); //! TT0002
        using var command = new NpgsqlCommand("INSERT INTO o VALUES (1)", connection, transaction);
        command.ExecuteNonQuery();
    }
}
// ==== ado_rolled_back_on_purpose
public sealed class DryRun(string connectionString)
{
    public void Try()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = new NpgsqlCommand("INSERT INTO o VALUES (1)", connection, transaction);
        command.ExecuteNonQuery();
        transaction.Rollback();
    }
}
// ==== ado_without_using
public sealed class Leaky(string connectionString)
{
    public void Save()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        var transaction = connection.BeginTransaction(); //! TT0012
        using var command = new NpgsqlCommand("INSERT INTO o VALUES (1)", connection, transaction);
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
// ==== ado_disposed_in_finally
public sealed class OldStyle(string connectionString)
{
    public void Save()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        NpgsqlTransaction? transaction = null;
        try
        {
            transaction = connection.BeginTransaction();
            using var command = new NpgsqlCommand("INSERT INTO o VALUES (1)", connection, transaction);
            command.ExecuteNonQuery();
            transaction.Commit();
        }
        finally
        {
            transaction?.Dispose();
        }
    }
}
// ==== ado_deferred_that_writes
public sealed class Deferred(string connectionString)
{
    public void Save()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction(deferred: true); //! TT0007
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO o VALUES (1)";
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
// ==== ado_deferred_that_reads
public sealed class Snapshot(string connectionString)
{
    public object? Read()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction(deferred: true);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM o";
        return command.ExecuteScalar();
    }
}
// ==== ado_nested_begin
public sealed class Nested(string connectionString)
{
    public void Save()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var outer = connection.BeginTransaction();
        using var inner = connection.BeginTransaction(); //! TT0013
        using var command = new NpgsqlCommand("INSERT INTO o VALUES (1)", connection, inner);
        command.ExecuteNonQuery();
        inner.Commit();
        outer.Commit();
    }
}
// ==== ado_one_after_the_other
public sealed class Sequential(string connectionString)
{
    public void Save()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using (var first = connection.BeginTransaction())
        {
            using var command = new NpgsqlCommand("INSERT INTO o VALUES (1)", connection, first);
            command.ExecuteNonQuery();
            first.Commit();
        }

        using (var second = connection.BeginTransaction())
        {
            using var command = new NpgsqlCommand("INSERT INTO p VALUES (1)", connection, second);
            command.ExecuteNonQuery();
            second.Commit();
        }
    }
}
// ==== ado_caller_supplied_connection
public static class OrderWriter
{
    public static void Insert(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO o VALUES (1)";
        command.ExecuteNonQuery(); //! TT0004
    }
}
// ==== ado_transaction_parameter_is_a_contract
public static class OrderWriter
{
    public static void Insert(DbConnection connection, DbTransaction transaction)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO o VALUES (1)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO p VALUES (1)";
        command.ExecuteNonQuery();
    }
}
// ==== ado_retry_of_one_write
public sealed class Retrying(string connectionString)
{
    public void Save()
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var command = new NpgsqlCommand("INSERT INTO o VALUES (1)", connection);
        while (true)
        {
            try
            {
                command.ExecuteNonQuery(); //! TT0001
                return;
            }
            catch (NpgsqlException)
            {
                System.Threading.Thread.Sleep(100);
            }
        }
    }
}
// ==== ado_busy_swallowed
public sealed class Heartbeat(string connectionString)
{
    public void Beat()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "UPDATE lease SET seen = 1";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException) //! TT0009
        {
        }

        transaction.Commit();
    }
}
// ==== ado_only_constraint_violations_are_swallowed
public sealed class Idempotent(string connectionString)
{
    public void Insert()
    {
        using var connection = new SqliteConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO seen VALUES (1)";
        try
        {
            command.ExecuteNonQuery();
        }
        catch (SqliteException e) when (e.SqliteErrorCode == 19)
        {
        }

        transaction.Commit();
    }
}
// ==== ado_ambient_scope
public sealed class Ambient(string connectionString)
{
    public void Save()
    {
        using var scope = new TransactionScope();
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        connection.Open();
        using var first = new Microsoft.Data.SqlClient.SqlCommand("INSERT INTO o VALUES (1)", connection);
        first.ExecuteNonQuery();
        using var second = new Microsoft.Data.SqlClient.SqlCommand("INSERT INTO p VALUES (1)", connection);
        second.ExecuteNonQuery();
        scope.Complete();
    }
}
// ==== ado_scope_not_completed
public sealed class Ambient(string connectionString)
{
    public void Save()
    {
        using var scope = new TransactionScope(); //! TT0002
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        connection.Open();
        using var command = new Microsoft.Data.SqlClient.SqlCommand("INSERT INTO o VALUES (1)", connection);
        command.ExecuteNonQuery();
    }
}
