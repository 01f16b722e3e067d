// ==== holder_private_helper_under_the_callers_transaction
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        InsertHead();
        InsertLines();
        transaction.Commit();
    }

    private void InsertHead() => connection.Execute("INSERT INTO head VALUES (1)"); //! TT0004

    private void InsertLines()
    {
        connection.Execute("INSERT INTO line VALUES (1)"); //! TT0004
        connection.Execute("INSERT INTO line VALUES (2)");
    }
}
// ==== holder_private_helper_of_nobody_with_a_transaction
public sealed class Store(NpgsqlConnection connection)
{
    public void Save() => Insert();

    private void Insert() => connection.Execute("INSERT INTO line VALUES (1)"); //! TT0001
}
// ==== holder_template_method
public abstract class Handler(NpgsqlConnection connection)
{
    protected NpgsqlConnection Connection => connection;

    public void Handle()
    {
        using var transaction = connection.BeginTransaction();
        Core();
        transaction.Commit();
    }

    protected abstract void Core();
}

public sealed class PlaceOrder(NpgsqlConnection connection) : Handler(connection)
{
    protected override void Core()
    {
        Connection.Execute("INSERT INTO a VALUES (1)"); //! TT0004
        Connection.Execute("INSERT INTO b VALUES (1)");
    }
}
// ==== holder_callback_of_a_method_that_begins
public sealed class Store(NpgsqlConnection connection)
{
    public void Save() => Safely(() =>
    {
        connection.Execute("INSERT INTO a VALUES (1)");
        connection.Execute("INSERT INTO b VALUES (1)");
    });

    private void Safely(Action work)
    {
        using var transaction = connection.BeginTransaction();
        work();
        transaction.Commit();
    }
}
// ==== holder_callback_of_a_unit_of_work
public interface IUnitOfWork { Task RunAsync(Func<Task> work); }

public sealed class Store(NpgsqlConnection connection, IUnitOfWork unit)
{
    public Task Save() => unit.RunAsync(async () =>
    {
        await connection.ExecuteAsync("INSERT INTO a VALUES (1)");
        await connection.ExecuteAsync("INSERT INTO b VALUES (1)");
    });
}
// ==== holder_callback_run_later
public sealed class Store(NpgsqlConnection connection)
{
    public Task Save() => Task.Run(() => connection.Execute("INSERT INTO a VALUES (1)")); //! TT0001
}
// ==== holder_lambda_in_a_field
public sealed class Store(NpgsqlConnection connection)
{
    private readonly Action<IDbConnection> _add = given => given.Execute("INSERT INTO a VALUES (1)"); //! TT0004
    private static readonly Func<DbConnection, DbTransaction, int> Put =
        (given, transaction) => given.Execute("INSERT INTO a VALUES (1)", transaction: transaction);

    public void Run() => _add(connection);
}
// ==== holder_partial_class_holds_it_elsewhere
public sealed partial class Store { private readonly DbTransaction _transaction; private readonly DbConnection _connection; }

public sealed partial class Store
{
    public Store(DbTransaction transaction) => (_transaction, _connection) = (transaction, transaction.Connection!);

    public void Save()
    {
        _connection.Execute("INSERT INTO a VALUES (1)", transaction: _transaction);
        _connection.Execute("INSERT INTO b VALUES (1)", transaction: _transaction);
    }
}
// ==== holder_generic_connection
public sealed class Store<TConnection>(Func<TConnection> open) where TConnection : DbConnection
{
    public void Save()
    {
        using var connection = open();
        connection.Execute("INSERT INTO a VALUES (1)"); //! TT0001
    }

    public void SaveWell()
    {
        using var connection = open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
        transaction.Commit();
    }

    public static void On(TConnection connection) => connection.Execute("DELETE FROM a"); //! TT0004
}
// ==== holder_own_transaction_if_none_is_given
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(NpgsqlTransaction? outer)
    {
        using var own = outer is null ? connection.BeginTransaction() : null;
        connection.Execute("INSERT INTO a VALUES (1)", transaction: outer ?? own);
        connection.Execute("INSERT INTO b VALUES (1)", transaction: outer ?? own);
        own?.Commit();
    }

    public void SaveOld(NpgsqlTransaction? outer)
    {
        var transaction = outer ?? connection.BeginTransaction();
        try
        {
            connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
            if (outer is null)
            {
                transaction.Commit();
            }
        }
        finally
        {
            if (outer is null)
            {
                transaction.Dispose();
            }
        }
    }
}
// ==== holder_ef_joins_the_current_transaction
public class ShopContext : DbContext { }

public sealed class Store(ShopContext db)
{
    public async Task Save()
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync() : null;
        await db.SaveChangesAsync();
        await db.SaveChangesAsync();
        if (own is not null)
        {
            await own.CommitAsync();
        }
    }
}
// ==== holder_joins_the_ambient_transaction
public sealed class Store(Microsoft.Data.SqlClient.SqlConnection connection)
{
    public void Save()
    {
        if (System.Transactions.Transaction.Current is null)
        {
            throw new InvalidOperationException("No transaction.");
        }

        connection.Execute("INSERT INTO a VALUES (1)");
        connection.Execute("INSERT INTO b VALUES (1)");
    }
}
// ==== holder_ef_use_transaction
public class ShopContext(DbContextOptions options) : DbContext(options) { }

public sealed class Store(DbContextOptions options)
{
    public void Save(string at)
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
        using var db = new ShopContext(options);
        db.Database.UseTransaction(transaction);
        db.SaveChanges();
        db.SaveChanges();
        transaction.Commit();
    }

    public async Task SaveBoth()
    {
        await using var db = new ShopContext(options);
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.Database.GetDbConnection().ExecuteAsync("INSERT INTO a VALUES (1)", transaction: Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction));
        await using var other = new ShopContext(options);
        await other.Database.UseTransactionAsync(Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(transaction));
        await db.SaveChangesAsync();
        await other.SaveChangesAsync();
        await other.SaveChangesAsync();
        await transaction.CommitAsync();
    }
}
// ==== holder_scope_with_async_flow
public sealed class Store(string at)
{
    public async Task Save()
    {
        using var scope = new TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled);
        await using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
        await connection.ExecuteAsync("INSERT INTO a VALUES (1)");
        await connection.ExecuteAsync("INSERT INTO b VALUES (1)");
        scope.Complete();
    }

    public void FromFactory()
    {
        using (var scope = Scope())
        {
            using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
            connection.Execute("INSERT INTO a VALUES (1)");
            scope.Complete();
        }
    }

    private static TransactionScope Scope() => new(System.Transactions.TransactionScopeOption.Required);
}
// ==== holder_committable_transaction
public sealed class Store(string at)
{
    public void Save()
    {
        using var transaction = new System.Transactions.CommittableTransaction();
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(at);
        connection.Open();
        connection.EnlistTransaction(transaction);
        connection.Execute("INSERT INTO a VALUES (1)");
        connection.Execute("INSERT INTO b VALUES (1)");
        transaction.Commit();
    }
}
// ==== holder_connection_that_is_borrowed
public interface ISession { DbConnection Connection(); DbConnection CurrentConnection(); }

public sealed class Store(ISession session)
{
    public void Save()
    {
        var connection = session.CurrentConnection();
        connection.Execute("DELETE FROM a");
        session.Connection().Execute("DELETE FROM b");
    }
}
// ==== holder_connection_taken_from_a_delegate
public sealed class Store(Func<DbConnection> connect)
{
    public void Save()
    {
        using var connection = connect();
        connection.Execute("DELETE FROM a"); //! TT0001
    }
}
// ==== holder_property_of_a_session
public sealed class Session { public DbConnection Connection { get; set; } = null!; }

public abstract class Repository(Session session)
{
    protected DbConnection Connection => session.Connection!;
}

public sealed class Orders(Session session) : Repository(session)
{
    public void Save()
    {
        Connection.Execute("DELETE FROM a");
        Connection.Execute("DELETE FROM b");
    }
}
// ==== holder_base_in_another_assembly
public sealed class Store(DbConnection connection) : Library.Uow(connection)
{
    public void Save()
    {
        Connection.Execute("DELETE FROM a");
        Connection.Execute("DELETE FROM b");
    }
}

public sealed class Repo(DbTransaction transaction) : Library.RepoBase(transaction)
{
    public void Save()
    {
        Connection.Execute("DELETE FROM a");
        Connection.Execute("DELETE FROM b");
    }
}

public sealed class User(Library.IDb db, DbConnection own)
{
    public void Save(Library.Uow unit)
    {
        unit.Connection.Execute("DELETE FROM a");
        unit.Connection.Execute("DELETE FROM b");
        db.InTransaction(c => c.Execute("DELETE FROM a"));
        Library.Rows.Add(own); //! TT0001
    }

    public Task<int> Tx() => db.WithTx(c => c.ExecuteAsync("DELETE FROM a")); //! TT0004

    public void At() => db.Atomically(c => c.Execute("DELETE FROM a")); //! TT0004
}
// ==== holder_text_in_another_assembly
public sealed class Store(NpgsqlConnection connection)
{
    public void Save() => connection.Execute(Library.LibSql.Insert); //! TT0001

    public void Unknown() => connection.Execute(Library.LibSql.Delete);

    public void AlsoUnknown() => connection.Execute(Library.LibSql.Update);
}
// ==== holder_extension_of_ones_own
public static class Extensions
{
    public static int Upsert(this NpgsqlConnection connection) => connection.Execute("INSERT INTO a VALUES (1)"); //! TT0004
}
// ==== g_ef_strategies_and_facade
public class ShopContext : DbContext { public DbSet<Order> Orders => Set<Order>(); }
public class Order { public int Id { get; set; } public int N { get; set; } }

public sealed class Store(ShopContext db, IDbContextFactory<ShopContext> contexts)
{
    public Task Update() => db.Orders.Where(o => o.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(o => o.N, 1)); //! TT0001

    public async Task Twice()
    {
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            using var transaction = await db.Database.BeginTransactionAsync();
            await db.SaveChangesAsync();
            await db.Orders.ExecuteDeleteAsync();
            await transaction.CommitAsync();
        });
    }

    public async Task ByFacade()
    {
        await db.Database.BeginTransactionAsync();
        try
        {
            await db.SaveChangesAsync();
            await db.SaveChangesAsync();
            await db.Database.CommitTransactionAsync();
        }
        catch
        {
            await db.Database.RollbackTransactionAsync();
            throw;
        }
    }

    public void Factory()
    {
        using var own = contexts.CreateDbContext();
        using var transaction = own.Database.BeginTransaction();
        own.SaveChanges(false);
        own.Orders.Where(o => o.Id == 1).ExecuteDelete();
        transaction.Commit();
    }

    public async Task Scope()
    {
        using var scope = new TransactionScope(System.Transactions.TransactionScopeAsyncFlowOption.Enabled);
        await db.SaveChangesAsync();
        await db.Orders.ExecuteDeleteAsync();
        scope.Complete();
    }

    public async Task Isolation()
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable);
        await db.Database.ExecuteSqlInterpolatedAsync($"UPDATE orders SET n = 1");
        await db.Database.ExecuteSqlRawAsync("UPDATE orders SET n = 2");
        await transaction.CommitAsync();
    }

    public void Migrate() => db.Database.ExecuteSqlRaw("CREATE INDEX i ON a (b)");
}
// ==== g_repository_and_unit_of_work
public interface IUnitOfWork : IDisposable { void Begin(); void Commit(); void Rollback(); IDbConnection Connection { get; } }

public sealed class Orders(IUnitOfWork unit)
{
    public void Save()
    {
        unit.Begin();
        unit.Connection.Execute("DELETE FROM a");
        unit.Connection.Execute("DELETE FROM b");
        unit.Commit();
    }
}

public sealed class Service(Func<IUnitOfWork> start)
{
    public void Run()
    {
        using var unit = start();
        unit.Connection.Execute("DELETE FROM a");
        unit.Connection.Execute("DELETE FROM b");
        unit.Commit();
    }
}
// ==== g_transaction_in_a_lazy_member
public sealed class Session(DbConnection connection) : IDisposable
{
    private DbTransaction? _transaction;

    private DbTransaction Transaction => _transaction ??= connection.BeginTransaction();

    public void Add() => connection.Execute("INSERT INTO a VALUES (1)", transaction: Transaction);

    public void Done() => _transaction?.Commit();

    public void Dispose() => _transaction?.Dispose();
}
// ==== g_transaction_made_by_a_helper
public sealed class Store(SqliteConnection connection)
{
    public void Save()
    {
        using var transaction = BeginImmediate();
        connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
        connection.Execute("INSERT INTO b VALUES (1)", transaction: transaction);
        transaction.Commit();
    }

    private SqliteTransaction BeginImmediate() => connection.BeginTransaction(deferred: false);

    public void Pair()
    {
        var (own, transaction) = Open();
        using (own)
        using (transaction)
        {
            own.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
            own.Execute("INSERT INTO b VALUES (1)", transaction: transaction);
            transaction.Commit();
        }
    }

    private static (SqliteConnection, SqliteTransaction) Open()
    {
        var own = new SqliteConnection("x");
        return (own, own.BeginTransaction());
    }
}
// ==== g_own_connection_type
public sealed class Logged(DbConnection inner) : IDisposable
{
    public DbCommand Command(string sql) { var command = inner.CreateCommand(); command.CommandText = sql; return command; }
    public DbTransaction Begin() => inner.BeginTransaction();
    public void Dispose() => inner.Dispose();
}

public sealed class Store(Logged db)
{
    public void Save()
    {
        using var transaction = db.Begin();
        using var command = db.Command("INSERT INTO a VALUES (1)");
        command.Transaction = transaction;
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    public void SaveUnknown()
    {
        using var command = db.Command("INSERT INTO a VALUES (1)");
        command.ExecuteNonQuery();
    }
}
// ==== g_field_transaction_begun_in_the_method
public sealed class Store(NpgsqlConnection connection) : IDisposable
{
    private NpgsqlTransaction? _transaction;

    public void Save()
    {
        _transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO a VALUES (1)", transaction: _transaction);
        connection.Execute("INSERT INTO b VALUES (1)", transaction: _transaction);
        _transaction.Commit();
    }

    public void Dispose() => _transaction?.Dispose();
}
// ==== g_interface_default_and_static_abstract
public interface IStore<T> where T : IStore<T>
{
    static abstract void Save(DbConnection connection);

    void Put(DbConnection connection) => connection.Execute("INSERT INTO a VALUES (1)"); //! TT0004
}
// ==== holder_method_that_names_itself
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
            transaction.Commit();
        }

        Console.WriteLine(nameof(Save));
        connection.Execute("INSERT INTO b VALUES (1)"); //! TT0001
    }
}
