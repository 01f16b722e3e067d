// ==== effect_in_method_with_transaction_parameter
public sealed class Mailer(System.Net.Mail.SmtpClient mail)
{
    public void Save(IDbConnection connection, IDbTransaction transaction)
    {
        connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
        mail.Send("a@example.com", "b@example.com", "s", "b"); //! TT0015
    }
}
// ==== effect_in_method_with_optional_transaction
public sealed class Mailer(System.Net.Mail.SmtpClient mail)
{
    public void Save(IDbConnection connection, IDbTransaction? transaction = null)
    {
        connection.Execute("INSERT INTO a VALUES (1)", null, transaction);
        mail.Send("a@example.com", "b@example.com", "s", "b");
    }
}
// ==== effect_marked_by_attribute
public sealed class Phone
{
    [OutsideEffect]
    public void Ring() { }
}

public sealed class Store(NpgsqlConnection connection, Phone phone)
{
    public void Save()
    {
        phone.Ring();
        using var transaction = connection.BeginTransaction();
        phone.Ring(); //! TT0015
        transaction.Commit();
        phone.Ring();
    }
}
// ==== effect_file_delete
public sealed class Store(SqliteConnection connection)
{
    public void Remove(string path)
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM attachment WHERE path = @path", new { path }, transaction);
        System.IO.File.Delete(path); //! TT0015
        transaction.Commit();
    }
}
// ==== effect_http_post_inside
public sealed class Store(SqliteConnection connection, System.Net.Http.HttpClient http)
{
    public async Task Save(System.Net.Http.HttpContent content)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("DELETE FROM a", null, transaction);
        await http.PostAsync("https://example.com", content); //! TT0015 TT0014
        await transaction.CommitAsync();
    }
}
// ==== effect_queue_publish_through_model
public sealed class Store(SqliteConnection connection, RabbitMQ.Client.IModel model)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM a", null, transaction);
        model.BasicPublish("", "key", null, default); //! TT0015
        transaction.Commit();
    }
}
// ==== effect_in_lambda_that_runs_later
public sealed class Store(SqliteConnection connection, System.Net.Mail.SmtpClient mail)
{
    private readonly List<Action> _afterCommit = new();

    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        connection.Execute("DELETE FROM a", null, transaction);
        _afterCommit.Add(() => mail.Send("a@example.com", "b@example.com", "s", "b"));
        transaction.Commit();
        _afterCommit.ForEach(run => run());
    }
}
// ==== effect_wait_bounded_semaphore
public sealed class Store(SqliteConnection connection, System.Threading.SemaphoreSlim gate)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        gate.Wait(100);
        gate.Wait(); //! TT0006
        connection.Execute("DELETE FROM a", null, transaction);
        transaction.Commit();
    }
}
// ==== effect_delay_in_retry_between_transactions
public sealed class Store(SqliteConnection connection)
{
    public async Task Save()
    {
        for (var tries = 0; tries < 3; tries++)
        {
            await using (var transaction = await connection.BeginTransactionAsync())
            {
                await connection.ExecuteAsync("DELETE FROM a", null, transaction);
                await transaction.CommitAsync();
            }

            await Task.Delay(100);
        }
    }
}
// ==== effect_delay_inside
public sealed class Store(SqliteConnection connection)
{
    public async Task Save()
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await Task.Delay(100); //! TT0006
        await connection.ExecuteAsync("DELETE FROM a", null, transaction);
        await transaction.CommitAsync();
    }
}
// ==== effect_inside_ambient_scope
public sealed class Store(string at, System.Net.Mail.SmtpClient mail)
{
    public void Save()
    {
        using (var scope = new TransactionScope())
        {
            using var connection = new NpgsqlConnection(at);
            connection.Execute("DELETE FROM a");
            mail.Send("a@example.com", "b@example.com", "s", "b"); //! TT0015
            scope.Complete();
        }

        mail.Send("a@example.com", "b@example.com", "s", "b");
    }
}
// ==== effect_in_requires_transaction
public sealed class Store(SqliteConnection connection)
{
    [RequiresTransaction]
    public void Save()
    {
        connection.Execute("DELETE FROM a");
        System.Threading.Thread.Sleep(1); //! TT0006
    }
}
// ==== effect_after_rollback
public sealed class Store(SqliteConnection connection, System.Net.Mail.SmtpClient mail)
{
    public void Save()
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute("DELETE FROM a", null, transaction);
            transaction.Commit();
        }
        catch (SqliteException)
        {
            transaction.Rollback();
            mail.Send("a@example.com", "b@example.com", "s", "b");
            throw;
        }
    }
}
// ==== effect_our_write_transaction
public sealed class Tracker(TimeTracker.Sqlite.Database database)
{
    public void Execute()
    {
        using var transaction = database.BeginWrite();
        using var command = transaction.Command("INSERT INTO operation VALUES (1)");
        command.ExecuteNonQuery();
        System.IO.File.Delete("rescue"); //! TT0015
        transaction.Commit();
    }
}
// ==== outbox_before_the_state_in_one_transaction
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using (var first = connection.BeginTransaction())
        {
            connection.Execute("DELETE FROM a", null, first);
            first.Commit();
        }

        using (var second = connection.BeginTransaction())
        {
            connection.Execute("INSERT INTO outbox VALUES (1)", null, second);
            connection.Execute("DELETE FROM b", null, second);
            second.Commit();
        }
    }
}
// ==== outbox_without_any_transaction
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        connection.Execute("DELETE FROM a");
        connection.Execute("INSERT INTO outbox_message VALUES (1)"); //! TT0003
    }
}
// ==== outbox_after_commit_without_transaction
public sealed class Store(NpgsqlConnection connection)
{
    public void Save()
    {
        using (var first = connection.BeginTransaction())
        {
            connection.Execute("DELETE FROM a", null, first);
            first.Commit();
        }

        connection.Execute("INSERT INTO \"OutboxMessages\" VALUES (1)"); //! TT0008 TT0001
    }
}
// ==== busy_returned_as_a_value
public sealed class Store(SqliteConnection connection)
{
    public bool TrySave()
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("DELETE FROM a", null, transaction);
            transaction.Commit();
            return true;
        }
        catch (SqliteException)
        {
            return false;
        }
    }
}
// ==== busy_retried_in_a_loop
public sealed class Store(SqliteConnection connection)
{
    public void Save()
    {
        for (var tries = 0; tries < 3; tries++)
        {
            try
            {
                using var transaction = connection.BeginTransaction();
                connection.Execute("DELETE FROM a", null, transaction);
                transaction.Commit();
                return;
            }
            catch (SqliteException e) when (e.SqliteErrorCode == 5)
            {
            }
        }
    }
}
// ==== busy_filtered_and_forgotten
public sealed class Store(SqliteConnection connection)
{
    public void Save()
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            connection.Execute("DELETE FROM a", null, transaction);
            transaction.Commit();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 5 or 6) //! TT0009
        {
            Console.WriteLine(e);
        }
    }
}
// ==== clock_age_of_a_row
public sealed class Row
{
    public DateTime Created { get; set; }

    public TimeSpan Age() => DateTime.UtcNow - Created;
}
// ==== clock_field_that_keeps_a_reading
public sealed class Meter
{
    private DateTime _start;

    public void Start() => _start = DateTime.Now;

    public TimeSpan Stop() => DateTime.Now - _start; //! TT0010
}
// ==== http_post_with_default_header
public sealed class Payments
{
    private const string Header = "idempotency-key";
    private readonly System.Net.Http.HttpClient _http = new();

    public Payments(string key) => _http.DefaultRequestHeaders.Add(Header, key);

    public Task Pay(System.Net.Http.HttpContent content) => _http.PostAsync("https://pay.example.com", content);
}
// ==== http_request_made_elsewhere
public sealed class Payments(System.Net.Http.HttpClient http)
{
    public Task Send(System.Net.Http.HttpRequestMessage request) => http.SendAsync(request);
}
// ==== http_get_request
public sealed class Reader(System.Net.Http.HttpClient http)
{
    public Task Read()
    {
        var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Get, "x");
        return http.SendAsync(request);
    }
}
// ==== http_key_in_a_header_initializer
public sealed class Payments(System.Net.Http.HttpClient http)
{
    public async Task Pay(Guid key)
    {
        using var request = new System.Net.Http.HttpRequestMessage(System.Net.Http.HttpMethod.Post, "charge")
        {
            Headers = { { "Idempotency-Key", key.ToString() } },
        };
        await http.SendAsync(request);
    }
}
// ==== g_effects_after_the_block
public sealed class Store(NpgsqlConnection connection, System.Net.Http.HttpClient http)
{
    public async Task Save()
    {
        await using (var transaction = await connection.BeginTransactionAsync())
        {
            await connection.ExecuteAsync("INSERT INTO a VALUES (1)", transaction: transaction);
            await transaction.CommitAsync();
            await http.DeleteAsync("x");
        }

        await http.GetStringAsync("x");
        await Task.Delay(1);
    }
}
// ==== g_effects_in_catch_after_rollback
public sealed class Store(NpgsqlConnection connection)
{
    public void Save(string path)
    {
        using var transaction = connection.BeginTransaction();
        try
        {
            connection.Execute("INSERT INTO a VALUES (1)", transaction: transaction);
            transaction.Commit();
        }
        catch
        {
            transaction.Rollback();
            System.IO.File.Delete(path);
            throw;
        }
    }
}
