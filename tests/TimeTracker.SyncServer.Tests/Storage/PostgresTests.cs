using Npgsql;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Storage;

/// <summary>What only PostgreSQL can do to us.</summary>
public sealed class PostgresTests
{
    [RequiresFact(Requirement.PostgreSql)]
    public async Task ServersThatStartAtOnce_MigrateOnceAndMakeOneFirstUser()
    {
        var database = Postgres.NewDatabase();
        var codes = await Task.WhenAll(Enumerable.Range(1, 6).Select(number => Task.Run(() =>
        {
            using var store = LogStores.Open(database, TimeProvider.System);
            return new Accounts(store, TimeProvider.System, bytes => bytes.Fill((byte)number)).MakeFirst();
        })));
        Assert.Single(codes, code => code is not null);
        using var last = LogStores.Open(database, TimeProvider.System);
        Assert.Equal(Accounts.FirstName, Assert.Single(new Accounts(last, TimeProvider.System, _ => { }).All()).Name);
    }

    [RequiresFact(Requirement.PostgreSql)]
    public void ANewerSchema_IsLeftAlone()
    {
        var database = Postgres.NewDatabase();
        LogStores.Open(database, TimeProvider.System).Dispose();
        Execute(database, "INSERT INTO schema_version VALUES (2, 'of a newer program', 0)");
        var refused = Assert.Throws<StoreUnavailableException>(() => LogStores.Open(database, TimeProvider.System));
        Assert.Contains("schema version 2; this program knows up to 1", refused.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.PostgreSql)]
    public void ADatabaseThatDoesNotSync_IsRefused()
    {
        var database = Postgres.NewDatabase();
        Execute(database, $"ALTER DATABASE {new NpgsqlConnectionStringBuilder(database).Database} SET synchronous_commit = off");
        var refused = Assert.Throws<StoreUnavailableException>(() => LogStores.Open(database, TimeProvider.System));
        Assert.Contains("synchronous_commit is off", refused.Message, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.PostgreSql)]
    public void TheLog_CannotBeEmptied()
    {
        using var bench = new Bench(StoreKind.Postgres);
        bench.Log.Push(bench.Anna, new Writer(1).PushNext(1));
        foreach (var table in new[] { "operation", "rejection" })
        {
            var refused = Assert.Throws<PostgresException>(() => Execute(bench.Database, $"TRUNCATE {table}"));
            Assert.Contains("never leaves", refused.Message, StringComparison.Ordinal);
        }
    }

    [RequiresFact(Requirement.PostgreSql)]
    public void ATransactionThatWasCutOff_IsBegunAgain()
    {
        using var bench = new Bench(StoreKind.Postgres);
        var attempts = 0;
        bench.Store.Write(transaction =>
        {
            attempts++;
            if (attempts == 1)
            {
                var process = transaction.Command("SELECT pg_backend_pid()").ExecuteScalar();
                Execute(bench.Database, $"SELECT pg_terminate_backend({process})");
            }

            return transaction.Command("SELECT 1").ExecuteScalar();
        });
        Assert.Equal(2, attempts);
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new NpgsqlConnection(database + ";Pooling=false");
        connection.Open();
        using var transaction = connection.BeginTransaction();
#pragma warning disable CA2100 // The test's own texts.
        using var command = new NpgsqlCommand(sql, connection, transaction);
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        transaction.Commit();
    }
}
