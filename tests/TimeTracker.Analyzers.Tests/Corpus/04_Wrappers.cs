// ==== wrapper_connection_of_one_s_own
public interface IWrappedConnection : IDisposable
{
    Microsoft.Data.SqlClient.SqlCommand CreateCommand();
    Task Complete();
}

public interface IConnectionProvider { Task<IWrappedConnection> GetConnection(); }

public sealed class Transport(IConnectionProvider provider)
{
    public async Task Send()
    {
        using var connection = await provider.GetConnection();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO messages VALUES (1)";
            await command.ExecuteNonQueryAsync();
        }

        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO messages VALUES (2)";
            await command.ExecuteNonQueryAsync();
        }

        await connection.Complete();
    }
}
// ==== wrapper_base_class_holds_the_transaction
public abstract class RepositoryBase
{
    protected SqliteConnection Connection { get; }
    protected SqliteTransaction Transaction { get; }

    protected RepositoryBase(SqliteTransaction transaction)
    {
        Transaction = transaction;
        Connection = transaction.Connection!;
    }
}

public sealed class OrderRepository(SqliteTransaction transaction) : RepositoryBase(transaction)
{
    public void Add()
    {
        using var command = Connection.CreateCommand();
        command.CommandText = "INSERT INTO o VALUES (1)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO p VALUES (1)";
        command.ExecuteNonQuery();
    }
}
// ==== wrapper_write_transaction_of_ours
public sealed class LedgerStore
{
    public void Append(TimeTracker.Sqlite.WriteTransaction transaction)
    {
        using var command = transaction.Command("INSERT INTO operation (payload) VALUES (@payload)");
        command.ExecuteNonQuery();
        using var other = transaction.Command("INSERT INTO outbox (op_id) VALUES (@op)");
        other.ExecuteNonQuery();
    }
}
// ==== wrapper_write_transaction_begun_here
public sealed class Tracker(TimeTracker.Sqlite.Database database)
{
    public void Execute()
    {
        using var transaction = database.BeginWrite();
        using var command = transaction.Command("INSERT INTO operation (payload) VALUES (@payload)");
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
// ==== wrapper_write_transaction_never_committed
public sealed class Tracker(TimeTracker.Sqlite.Database database)
{
    public void Execute()
    {
        using var transaction = database.BeginWrite(); //! TT0002
        using var command = transaction.Command("INSERT INTO operation (payload) VALUES (@payload)");
        command.ExecuteNonQuery();
    }
}
// ==== wrapper_requires_transaction_holds
public sealed class EntryStore(SqliteConnection connection)
{
    [RequiresTransaction]
    public void Insert()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO entry VALUES (1)";
        command.ExecuteNonQuery();
    }

    public void InsertAlone()
    {
        Insert(); //! TT0001
    }

    public void InsertWell()
    {
        using var transaction = connection.BeginTransaction();
        Insert();
        Insert();
        transaction.Commit();
    }
}
// ==== wrapper_transactional_method
public class EntryService(SqliteConnection connection)
{
    [Transactional]
    public virtual void Save()
    {
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO entry VALUES (1)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO audit VALUES (1)";
        command.ExecuteNonQuery();
    }
}
// ==== wrapper_unit_of_work_by_shape
public interface IUnitOfWork
{
    void Commit();
    void Rollback();
}

public sealed class CustomerRepository(IUnitOfWork unit, IDbConnection connection)
{
    public void Save()
    {
        connection.Execute("INSERT INTO customer VALUES (1)");
        connection.Execute("INSERT INTO address VALUES (1)");
        unit.Commit();
    }
}
// ==== wrapper_optional_transaction
public static class OrderQueries
{
    public static int Insert(this IDbConnection connection, int id, IDbTransaction? transaction = null)
        => connection.Execute("INSERT INTO o VALUES (@id)", new { id }, transaction);
}
// ==== wrapper_local_function_inside_transaction
public sealed class Poster(string connectionString)
{
    public void Post(int[] lines)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var line in lines)
        {
            Insert(line);
        }

        transaction.Commit();

        void Insert(int line) => connection.Execute("INSERT INTO line VALUES (@line)", new { line });
    }
}
// ==== wrapper_begin_is_returned
public sealed class Session(NpgsqlConnection connection)
{
    public NpgsqlTransaction Begin()
    {
        var transaction = connection.BeginTransaction();
        return transaction;
    }
}
