// ==== caller_command_parameter
public static class Writer
{
    public static void Run(DbCommand command)
    {
        command.CommandText = "DELETE FROM a";
        command.ExecuteNonQuery(); //! TT0004
    }
}
// ==== caller_command_of_unknown_text
public static class Writer
{
    public static int Run(IDbCommand command) => command.ExecuteNonQuery();
}
// ==== caller_factory_owned_connection
public interface IConnectionFactory { IDbConnection CreateConnection(); }

public sealed class Store(IConnectionFactory factory)
{
    public void Save()
    {
        using var connection = factory.CreateConnection();
        connection.Execute("DELETE FROM a"); //! TT0001
    }
}
// ==== caller_borrowed_connection
public interface IConnections { IDbConnection GetConnection(); }

public sealed class Store(IConnections connections)
{
    public void Save()
    {
        var connection = connections.GetConnection();
        connection.Execute("DELETE FROM a");
        connection.Execute("DELETE FROM b");
    }
}
// ==== caller_session_with_transaction_inside
public sealed class Session
{
    private readonly DbTransaction _transaction;

    public Session(DbTransaction transaction) => _transaction = transaction;

    public DbConnection Connection => _transaction.Connection!;
}

public sealed class Store
{
    public void Save(Session session)
    {
        session.Connection.Execute("DELETE FROM a");
        session.Connection.Execute("DELETE FROM b");
    }
}
// ==== caller_lambda_with_connection_only
public sealed class Runner
{
    public void With(Action<IDbConnection> work) => work(null!);
}

public sealed class Store(Runner runner)
{
    public void Save() => runner.With(connection => connection.Execute("DELETE FROM a")); //! TT0004
}
// ==== caller_lambda_marked_transactional
public sealed class Runner
{
    public void With([Transactional] Action<IDbConnection> work) => work(null!);
}

public sealed class Store(Runner runner)
{
    public void Save() => runner.With(connection =>
    {
        connection.Execute("DELETE FROM a");
        connection.Execute("DELETE FROM b");
    });
}
// ==== caller_type_requires_transaction
[RequiresTransaction]
public sealed class Rows(SqliteConnection connection)
{
    public void Add() => connection.Execute("INSERT INTO a VALUES (1)");

    public void AddTwo()
    {
        Add();
        Add();
    }
}

public sealed class User(Rows rows)
{
    public void Bad() => rows.Add(); //! TT0001

    [RequiresTransaction]
    public void Passed() => rows.Add();
}
// ==== caller_interface_requires_transaction
public interface IRows
{
    [RequiresTransaction]
    void Add();
}

public sealed class Rows(SqliteConnection connection) : IRows
{
    public void Add() => connection.Execute("INSERT INTO a VALUES (1)");
}

public sealed class User(IRows rows)
{
    public void Bad() => rows.Add(); //! TT0001
}
// ==== caller_passes_its_transaction_on
public static class Rows
{
    [RequiresTransaction]
    public static void Add(IDbConnection connection, IDbTransaction transaction)
        => connection.Execute("INSERT INTO a VALUES (1)", null, transaction);

    public static void Use(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Add(connection, transaction);
        transaction.Commit();
    }
}
// ==== caller_override_inherits_the_contract
public abstract class Base
{
    [RequiresTransaction]
    public abstract void Save(SqliteConnection connection);
}

public sealed class Derived : Base
{
    public override void Save(SqliteConnection connection) => connection.Execute("DELETE FROM a");
}
// ==== caller_helper_commits
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM a", null, transaction);
        Finish(transaction);
    }

    private static void Finish(NpgsqlTransaction transaction) => transaction.Commit();
}
// ==== caller_helper_does_not_commit
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction(); //! TT0002
        Insert(transaction);
    }

    private static void Insert(NpgsqlTransaction transaction)
        => transaction.Connection!.Execute("DELETE FROM a", null, transaction);
}
// ==== caller_stores_the_transaction_in_a_field
public sealed class UnitOfWork(NpgsqlConnection connection) : IDisposable
{
    private NpgsqlTransaction? _transaction;

    public void Begin() => _transaction = connection.BeginTransaction();

    public async Task BeginAsync()
    {
        var transaction = await connection.BeginTransactionAsync();
        _transaction = transaction;
    }

    public void Dispose() => _transaction?.Dispose();
}
// ==== caller_wraps_the_transaction
public sealed class Work(NpgsqlTransaction transaction) : IDisposable
{
    public void Complete() => transaction.Commit();

    public void Dispose() => transaction.Dispose();
}

public sealed class Works(NpgsqlConnection connection)
{
    public Work Start()
    {
        var transaction = connection.BeginTransaction();
        return new Work(transaction);
    }
}
// ==== caller_ambient_scope_of_the_caller_is_unknown
public sealed class Store(string at)
{
    public void Save()
    {
        using var scope = new TransactionScope(System.Transactions.TransactionScopeOption.Suppress);
        using var connection = new NpgsqlConnection(at);
        connection.Execute("DELETE FROM a"); //! TT0001
        scope.Complete();
    }
}
// ==== caller_transaction_ended_here
public static class Rows
{
    public static void Finish(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        connection.Execute("DELETE FROM a", null, transaction);
        transaction.Commit();
        connection.Execute("DELETE FROM b"); //! TT0004
    }
}
// ==== caller_entity_framework_connection
public class ShopContext : DbContext { }

public sealed class Store(ShopContext db)
{
    public void Save()
    {
        using var transaction = db.Database.BeginTransaction();
        db.Database.ExecuteSqlRaw("DELETE FROM a");
        db.SaveChanges();
        transaction.Commit();
    }
}
// ==== caller_execution_strategy
public class ShopContext : DbContext { }

public sealed class Store(ShopContext db)
{
    public async Task Save()
    {
        var strategy = db.Database.CreateExecutionStrategy();
        await strategy.ExecuteAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await db.SaveChangesAsync();
            await transaction.CommitAsync();
        });
    }
}
// ==== caller_commit_through_the_facade
public class ShopContext : DbContext { }

public sealed class Store(ShopContext db)
{
    public async Task Save()
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.SaveChangesAsync();
        await db.Database.CommitTransactionAsync();
    }
}
// ==== caller_context_created_here
public class ShopContext : DbContext { }

public sealed class Store(IDbContextFactory<ShopContext> contexts)
{
    public async Task Save()
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.SaveChangesAsync();
        await db.SaveChangesAsync(); //! TT0003
    }
}
// ==== caller_begins_and_only_looks
public sealed class Probe(TimeTracker.Sqlite.Database database)
{
    public DbCommand Look(string sql)
    {
        using var transaction = database.BeginWrite();
        var command = transaction.Command(sql);
        command.ExecuteScalar();
        return command;
    }
}
// ==== caller_scope_around_calls_is_not_completed
public interface IRepository { void Add(); }

public sealed class Service(IRepository repository)
{
    public void Run()
    {
        using var scope = new TransactionScope(); //! TT0002
        repository.Add();
    }
}
