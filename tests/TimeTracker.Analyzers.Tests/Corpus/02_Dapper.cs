// ==== dapper_single_execute
public sealed class UserRepository(string connectionString)
{
    public int Rename(int id, string name)
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        return connection.Execute("UPDATE users SET name = @name WHERE id = @id", new { id, name }); //! TT0001
    }
}
// ==== dapper_query_only
public sealed class UserRepository(string connectionString)
{
    public IEnumerable<string> Names()
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        return connection.Query<string>("SELECT name FROM users WHERE updated > 1");
    }
}
// ==== dapper_two_executes
public sealed class UserRepository(string connectionString)
{
    public async Task Remove(int id)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.ExecuteAsync("DELETE FROM roles WHERE user_id = @id", new { id });
        await connection.ExecuteAsync("DELETE FROM users WHERE id = @id", new { id }); //! TT0003
    }
}
// ==== dapper_inside_transaction
public sealed class UserRepository(string connectionString)
{
    public async Task Remove(int id)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("DELETE FROM roles WHERE user_id = @id", new { id }, transaction);
        await connection.ExecuteAsync("DELETE FROM users WHERE id = @id", new { id }, transaction);
        await transaction.CommitAsync();
    }
}
// ==== dapper_transaction_forgotten
public sealed class UserRepository(string connectionString)
{
    public void Remove(int id)
    {
        using var connection = new Microsoft.Data.SqlClient.SqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM roles WHERE user_id = @id", new { id }, transaction);
        connection.Execute("DELETE FROM users WHERE id = @id", new { id }); //! TT0005
        transaction.Commit();
    }
}
// ==== dapper_npgsql_enlists_by_itself
public sealed class UserRepository(string connectionString)
{
    public void Remove(int id)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM users WHERE id = @id", new { id });
        transaction.Commit();
    }
}
// ==== dapper_command_definition
public sealed class UserRepository(string connectionString)
{
    public Task Touch(System.Threading.CancellationToken token)
    {
        using var connection = new NpgsqlConnection(connectionString);
        var command = new CommandDefinition("UPDATE users SET seen = now()", cancellationToken: token);
        return connection.ExecuteAsync(command); //! TT0001
    }
}
// ==== dapper_field_connection_in_unit_of_work
public sealed class UnitOfWork : IDisposable
{
    private readonly IDbConnection _connection;
    private IDbTransaction? _transaction;

    public UnitOfWork(IDbConnection connection) => _connection = connection;

    public void Begin() => _transaction = _connection.BeginTransaction();

    public void Insert(int id) => _connection.Execute("INSERT INTO o VALUES (@id)", new { id }, _transaction);

    public void Delete(int id) => _connection.Execute("DELETE FROM o WHERE id = @id", new { id }, _transaction);

    public void Commit() => _transaction?.Commit();

    public void Dispose() => _transaction?.Dispose();
}
// ==== dapper_repository_of_a_unit_of_work
public interface IUnitOfWork
{
    IDbConnection Connection { get; }
    IDbTransaction Transaction { get; }
}

public sealed class OrderRepository(IUnitOfWork unit)
{
    public void Insert(int id)
    {
        unit.Connection.Execute("INSERT INTO o VALUES (@id)", new { id }, unit.Transaction);
        unit.Connection.Execute("INSERT INTO audit VALUES (@id)", new { id }, unit.Transaction);
    }
}
// ==== dapper_injected_connection
public sealed class TagRepository
{
    private readonly IDbConnection _db;

    public TagRepository(IDbConnection db)
    {
        _db = db;
    }

    public void Replace(int id, string[] tags)
    {
        _db.Execute("DELETE FROM tag WHERE post = @id", new { id });
        _db.Execute("INSERT INTO tag VALUES (@id, @tags)", new { id, tags }); //! TT0003
    }
}
// ==== dapper_interpolated_verb_is_known
public sealed class TableCleaner(string connectionString)
{
    public void Clear(string table)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Execute($"DELETE FROM {table}"); //! TT0001
    }
}
// ==== dapper_verb_in_a_hole_is_unknown
public sealed class TableRunner(string connectionString)
{
    public void Run(string verb)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Execute($"{verb} FROM t");
    }
}
// ==== dapper_constants_are_folded
public sealed class Folded(string connectionString)
{
    private const string Table = "t";
    private const string Insert = "INSERT INTO " + Table + " (id)";

    public void Run()
    {
        const string tail = " VALUES (1)";
        using var connection = new NpgsqlConnection(connectionString);
        connection.Execute(Insert + tail); //! TT0001
    }
}
// ==== dapper_lambda_inside_transaction
public sealed class Batch(string connectionString)
{
    public void Run(List<int> ids)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        ids.ForEach(id => connection.Execute("INSERT INTO o VALUES (@id)", new { id }, transaction));
        transaction.Commit();
    }
}
// ==== dapper_queue_of_lambdas
public sealed class WriteQueue
{
    private readonly Queue<Action<IDbConnection, IDbTransaction>> _queue = new();

    public void Add(int id)
    {
        _queue.Enqueue((connection, transaction) =>
            connection.Execute("INSERT INTO o VALUES (@id)", new { id }, transaction));
        _queue.Enqueue((connection, transaction) =>
            connection.Execute("INSERT INTO p VALUES (@id)", new { id }, transaction));
    }
}
// ==== dapper_wrapper_runs_in_transaction
public sealed class Service(Store store)
{
    public void Save(int id)
    {
        store.InTransaction((connection, transaction) =>
        {
            connection.Execute("INSERT INTO o VALUES (@id)", new { id }, transaction);
            connection.Execute("INSERT INTO p VALUES (@id)", new { id }, transaction);
        });
    }
}

public sealed class Store(string connectionString)
{
    public void InTransaction(Action<IDbConnection, IDbTransaction> work)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        work(connection, transaction);
        transaction.Commit();
    }
}
// ==== dapper_mail_before_commit
public sealed class Signup(string connectionString, System.Net.Mail.SmtpClient mail)
{
    public void Register(string address)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO users VALUES (@address)", new { address }, transaction);
        mail.Send("us@example.com", address, "Welcome", "Hello"); //! TT0015
        transaction.Commit();
    }
}
// ==== dapper_mail_after_commit
public sealed class Signup(string connectionString, System.Net.Mail.SmtpClient mail)
{
    public void Register(string address)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO users VALUES (@address)", new { address }, transaction);
        transaction.Commit();
        mail.Send("us@example.com", address, "Welcome", "Hello");
    }
}
// ==== dapper_http_read_inside_transaction
public sealed class Rates(string connectionString, System.Net.Http.HttpClient http)
{
    public async Task Update()
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var rate = await http.GetStringAsync("https://rates.example.com/eur"); //! TT0006
        await connection.ExecuteAsync("UPDATE rate SET value = @rate", new { rate }, transaction);
        await transaction.CommitAsync();
    }
}
// ==== dapper_http_read_before_transaction
public sealed class Rates(string connectionString, System.Net.Http.HttpClient http)
{
    public async Task Update()
    {
        var rate = await http.GetStringAsync("https://rates.example.com/eur");
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("UPDATE rate SET value = @rate", new { rate }, transaction);
        await transaction.CommitAsync();
    }
}
// ==== dapper_outbox_after_commit
public sealed class Orders(string connectionString)
{
    public void Place(int id)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO orders VALUES (@id)", new { id }, transaction);
            transaction.Commit();
        }

        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO outbox VALUES (@id)", new { id }, transaction); //! TT0008
            transaction.Commit();
        }
    }
}
// ==== dapper_outbox_in_the_same_transaction
public sealed class Orders(string connectionString)
{
    public void Place(int id)
    {
        using var connection = new NpgsqlConnection(connectionString);
        connection.Open();
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO orders VALUES (@id)", new { id }, transaction);
        connection.Execute("INSERT INTO outbox VALUES (@id)", new { id }, transaction);
        transaction.Commit();
    }
}
