// ==== flow_conditional_begin_protects_only_its_branch
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(bool safely)
    {
        NpgsqlTransaction? transaction = null;
        if (safely)
        {
            transaction = connection.BeginTransaction(); //! TT0012
        }

        connection.Execute("INSERT INTO a VALUES (1)"); //! TT0001
        transaction?.Commit();
    }
}
// ==== flow_commit_on_one_branch_only
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(bool ok)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
        if (ok)
        {
            transaction.Commit();
        }
    }
}
// ==== flow_write_in_finally_after_commit
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
            transaction.Commit();
        }
        finally
        {
            connection.Execute("DELETE FROM locks"); //! TT0001
        }
    }
}
// ==== flow_write_in_catch_after_using_ended
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
            transaction.Commit();
        }
        catch (NpgsqlException e)
        {
            connection.Execute("INSERT INTO errors VALUES (@m)", new { m = e.Message }); //! TT0001
            throw;
        }
    }
}
// ==== flow_try_catch_inside_transaction
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
            transaction.Commit();
        }
        catch
        {
            transaction.Rollback();
            throw;
        }
    }
}
// ==== flow_transaction_around_a_loop
public sealed class Store(SqliteConnection connection)
{
    public void Save(int[] ids)
    {
        using var transaction = connection.BeginTransaction();
        using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO a VALUES (@id)";
        for (var i = 0; i < ids.Length; i++)
        {
            command.Parameters.Clear();
            command.Parameters.AddWithValue("@id", ids[i]);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }
}
// ==== flow_transaction_per_round
public sealed class Store(SqliteConnection connection)
{
    public void Save(int[] ids)
    {
        foreach (var id in ids)
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("INSERT INTO a VALUES (@id)", new { id }, transaction);
            transaction.Commit();
        }
    }
}
// ==== flow_switch_statement_has_one_write_a_path
public sealed class Store(NpgsqlConnection connection)
{
    public void Apply(string kind)
    {
        switch (kind)
        {
            case "add":
                connection.Execute("INSERT INTO a VALUES (1)"); //! TT0001
                break;
            case "drop":
                connection.Execute("DELETE FROM a"); //! TT0001
                break;
            default:
                throw new ArgumentException(kind);
        }
    }
}
// ==== flow_switch_expression_has_one_write_a_path
public sealed class Store(NpgsqlConnection connection)
{
    public int Apply(string kind) => kind switch
    {
        "add" => connection.Execute("INSERT INTO a VALUES (1)"), //! TT0001
        "drop" => connection.Execute("DELETE FROM a"), //! TT0001
        _ => 0,
    };
}
// ==== flow_write_then_branch_write
public sealed class Store(NpgsqlConnection connection)
{
    public void Apply(bool also)
    {
        connection.Execute("INSERT INTO a VALUES (1)");
        if (also)
        {
            connection.Execute("INSERT INTO b VALUES (1)"); //! TT0003
        }
    }
}
// ==== flow_early_return_keeps_paths_apart
public sealed class Store(NpgsqlConnection connection)
{
    public void Upsert(int id)
    {
        if (connection.ExecuteScalar<int>("SELECT count(*) FROM a WHERE id = @id", new { id }) > 0)
        {
            connection.Execute("UPDATE a SET n = n + 1"); //! TT0001
            return;
        }

        connection.Execute("INSERT INTO a VALUES (@id)", new { id }); //! TT0001
    }
}
// ==== flow_update_then_insert_if_nothing_changed
public sealed class Store(NpgsqlConnection connection)
{
    public void Upsert(int id)
    {
        if (connection.Execute("UPDATE a SET n = n + 1 WHERE id = @id", new { id }) == 0)
        {
            connection.Execute("INSERT INTO a VALUES (@id)", new { id }); //! TT0003
        }
    }
}
// ==== flow_ternary_write
public sealed class Store(NpgsqlConnection connection)
{
    public int Save(bool add) => add
        ? connection.Execute("INSERT INTO a VALUES (1)") //! TT0001
        : connection.Execute("DELETE FROM a"); //! TT0001
}
// ==== flow_do_while_retry_with_break
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        var tries = 0;
        do
        {
            try
            {
                connection.Execute("INSERT INTO a VALUES (1)"); //! TT0001
                break;
            }
            catch (TimeoutException)
            {
                tries++;
            }
        }
        while (tries < 3);
    }
}
// ==== flow_rollback_then_log
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(bool valid)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
        if (!valid)
        {
            transaction.Rollback();
            connection.Execute("INSERT INTO refused VALUES (1)"); //! TT0001
            return;
        }

        transaction.Commit();
    }
}
// ==== flow_using_block_then_write_inside_it
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
            transaction.Commit();
            connection.Execute("INSERT INTO b VALUES (1)"); //! TT0001
        }
    }
}
// ==== flow_command_names_a_transaction_that_is_over
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
        transaction.Commit();
        connection.Execute("INSERT INTO b VALUES (1)", null, transaction); //! TT0001
    }
}
// ==== flow_local_function_called_after_commit
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using (var transaction = connection.BeginTransaction())
        {
            Insert();
            transaction.Commit();
        }

        Insert();

        void Insert() => connection.Execute("INSERT INTO a VALUES (1)"); //! TT0001
    }
}
// ==== flow_local_function_with_its_own_transaction
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        Insert();

        void Insert()
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
            transaction.Commit();
        }
    }
}
// ==== flow_nested_using_statements
public sealed class Store(string at)
{
    public void Save()
    {
        using (var connection = new SqliteConnection(at))
        using (var transaction = connection.BeginTransaction())
        using (var command = connection.CreateCommand())
        {
            command.CommandText = "INSERT INTO a VALUES (1)";
            command.ExecuteNonQuery();
            transaction.Commit();
        }
    }
}
// ==== flow_goto_does_not_confuse
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(int n)
    {
        again:
        connection.Execute("INSERT INTO a VALUES (1)"); //! TT0003
        if (n-- > 0)
        {
            goto again;
        }
    }
}
// ==== flow_throwing_guard_before_the_write
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(string? name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _ = name ?? throw new ArgumentException(nameof(name));
        connection.Execute("INSERT INTO a VALUES (@name)", new { name }); //! TT0001
    }
}
// ==== flow_two_connections_one_transaction
public sealed class Store(string one, string other)
{
    public void Save()
    {
        using var first = new NpgsqlConnection(one);
        using var second = new NpgsqlConnection(other);
        using var transaction = first.BeginTransaction();
        first.Execute("INSERT INTO a VALUES (1)", null, transaction);
        second.Execute("INSERT INTO b VALUES (1)"); //! TT0001
        transaction.Commit();
    }
}
// ==== flow_alias_of_the_connection
public sealed class Store(string at)
{
    public void Save()
    {
        using var connection = new MySqlConnection(at);
        DbConnection same = connection;
        using var transaction = connection.BeginTransaction();
        same.Execute("INSERT INTO a VALUES (1)"); //! TT0005
        transaction.Commit();
    }
}
// ==== flow_savepoint_is_no_end
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        transaction.Save("here");
        connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
        transaction.Rollback("here");
        connection.Execute("INSERT INTO b VALUES (1)", null, transaction);
        transaction.Commit();
    }
}
// ==== flow_using_of_an_assignment
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        NpgsqlTransaction transaction;
        using (transaction = connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
            transaction.Commit();
        }
    }
}
// ==== flow_await_using_configured
public sealed class Store(NpgsqlConnection connection)
{
    public async Task Save()
    {
        var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            await connection.ExecuteAsync("INSERT INTO a VALUES (1)", transaction: transaction).ConfigureAwait(false);
            await transaction.CommitAsync().ConfigureAwait(false);
        }
    }

    public async Task Declared()
    {
        var transaction = await connection.BeginTransactionAsync().ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        await connection.ExecuteAsync("INSERT INTO a VALUES (1)", transaction: transaction).ConfigureAwait(false);
        await transaction.CommitAsync().ConfigureAwait(false);
    }
}
// ==== flow_dispose_async_in_finally
public sealed class Store(NpgsqlConnection connection)
{
    public async Task Save()
    {
        var transaction = await connection.BeginTransactionAsync();
        try
        {
            await connection.ExecuteAsync("INSERT INTO a VALUES (1)", transaction: transaction);
            await transaction.CommitAsync();
        }
        finally
        {
            await transaction.DisposeAsync().ConfigureAwait(false);
        }
    }
}
// ==== flow_rollback_guarded
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
            transaction.Commit();
        }
        catch
        {
            try
            {
                transaction.Rollback();
            }
            catch (NpgsqlException)
            {
            }

            throw;
        }
    }
}
// ==== flow_commit_in_a_local_function
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
        Done();

        void Done() => transaction.Commit();
    }
}
// ==== flow_iterator_and_await_foreach
public sealed class Store(NpgsqlConnection connection)
{
    public IEnumerable<int> Save(int[] ids)
    {
        foreach (var id in ids)
        {
            yield return connection.Execute("INSERT INTO a VALUES (@id)", new { id }); //! TT0003
        }
    }

    public async Task Drain(IAsyncEnumerable<int> ids)
    {
        await foreach (var id in ids)
        {
            await connection.ExecuteAsync("INSERT INTO a VALUES (@id)", new { id }); //! TT0003
        }
    }
}
// ==== flow_when_all
public sealed class Store(NpgsqlConnection connection)
{
    public Task Save() => Task.WhenAll(
        connection.ExecuteAsync("INSERT INTO a VALUES (1)"),
        connection.ExecuteAsync("INSERT INTO b VALUES (1)")); //! TT0003
}
// ==== flow_property_and_constructor
public sealed class Store
{
    private readonly NpgsqlConnection _connection;

    public Store(NpgsqlConnection connection)
    {
        _connection = connection;
        _connection.Execute("INSERT INTO a VALUES (1)"); //! TT0001
    }

    public int Count
    {
        get => _connection.ExecuteScalar<int>("SELECT 1");
        set => _connection.Execute("UPDATE a SET n = @value", new { value }); //! TT0001
    }
}
// ==== g_two_transactions_on_two_connections
public sealed class Store(string one, string two)
{
    public void Copy()
    {
        using var from = new NpgsqlConnection(one);
        using var to = new NpgsqlConnection(two);
        using var reading = from.BeginTransaction();
        using var writing = to.BeginTransaction();
        foreach (var id in from.Query<int>("SELECT id FROM a", transaction: reading))
        {
            to.Execute("INSERT INTO a VALUES (@id)", new { id }, writing);
        }

        writing.Commit();
    }
}
// ==== g_switch_on_connection_state
public sealed class Store(DbConnection connection)
{
    public async Task Save()
    {
        var opened = connection.State == ConnectionState.Closed;
        if (opened)
        {
            await connection.OpenAsync();
        }

        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await connection.ExecuteAsync("INSERT INTO a VALUES (1)", transaction: transaction);
            await transaction.CommitAsync();
        }
        finally
        {
            if (opened)
            {
                await connection.CloseAsync();
            }
        }
    }
}
// ==== g_retry_around_a_transaction
public sealed class Store(Func<DbConnection> connect)
{
    public void Save()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                using var connection = connect();
                using var transaction = connection.BeginTransaction();
                connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
                connection.Execute("INSERT INTO b VALUES (1)", transaction: transaction);
                transaction.Commit();
                return;
            }
            catch (DbException) when (attempt < 3)
            {
                System.Threading.Thread.Sleep(10);
            }
        }
    }
}
// ==== g_savepoints
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(int[] ids)
    {
        using var transaction = connection.BeginTransaction();
        foreach (var id in ids)
        {
            transaction.Save("each");
            try
            {
                connection.Execute("INSERT INTO a VALUES (@id)", new { id }, transaction);
                transaction.Release("each");
            }
            catch (PostgresException)
            {
                transaction.Rollback("each");
            }
        }

        transaction.Commit();
    }
}
// ==== g_migrations_by_hand
public sealed class Migrator(SqliteConnection connection)
{
    public void Run()
    {
        using var transaction = connection.BeginTransaction();
        Execute("CREATE TABLE a (id INTEGER)");
        Execute("INSERT INTO a VALUES (1)");
        Execute("PRAGMA user_version = 1");
        transaction.Commit();

        void Execute(string sql)
        {
            using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }
}
// ==== g_event_handler_and_operator
public sealed class Store
{
    private readonly NpgsqlConnection _connection = new("x");
    public event Action<int>? Changed;

    public Store() => Changed += id => _connection.Execute("INSERT INTO a VALUES (@id)", new { id }); //! TT0001

    public static Store operator +(Store left, int id) { left._connection.Execute("INSERT INTO a VALUES (@id)", new { id }); return left; }

    ~Store() => _connection.Execute("DELETE FROM a"); //! TT0001
}
// ==== g_linq_to_execute
public sealed class Store(NpgsqlConnection connection)
{
    public int Save(int[] ids)
    {
        using var transaction = connection.BeginTransaction();
        var n = ids.Select(id => connection.Execute("INSERT INTO a VALUES (@id)", new { id }, transaction)).Sum();
        transaction.Commit();
        return n;
    }
}
