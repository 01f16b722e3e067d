using System.Net;
using Npgsql;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests;

/// <summary>What is killed for real: the server, and the database under it.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 5;
    private const int Operations = 3;

    private readonly TemporaryFolder _folder = new();
    private readonly Writer _laptop = new(1);

    public void Dispose() => _folder.Dispose();

    /// <summary>
    /// A device pushes and pushes, each push until it is answered, while the server is killed again and again at
    /// another moment: every operation stands in the log once, in its order.
    /// </summary>
    [Theory, Stores]
    [Trait("Invariant", "INV-09")]
    [Trait("Invariant", "INV-11")]
    public async Task AServerKilledBetween_LeavesEachOperationOnce(StoreKind kind)
    {
        var database = kind == StoreKind.Postgres ? Postgres.NewDatabase() : _folder["server.db"];
        var server = await ServerProcess.Start(database, isFirst: true);
        var token = await server.Enrol(server.Code!);
        var pushed = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            var victim = server;
            var killing = Task.Run(async () =>
            {
                // A different part of a push each time: one takes a few milliseconds.
                await Task.Delay(TimeSpan.FromMilliseconds(150 + (kill * 1.7)));
                victim.Kill();
            });
            var push = _laptop.PushNext(Operations);
            try
            {
                while (true)
                {
                    Assert.Equal(HttpStatusCode.OK, (await server.Push(token, push)).Status);
                    pushed++;
                    push = _laptop.PushNext(Operations);
                }
            }
            catch (HttpRequestException)
            {
                // The server died with this push on its way.
            }

            await killing;
            server.Dispose();
            server = await ServerProcess.Start(database);
            Assert.Equal(HttpStatusCode.OK, (await server.Push(token, push)).Status);
            pushed++;
        }

        server.Kill();
        server.Dispose();
        using var store = LogStores.Open(database, TimeProvider.System);
        AssertWhole(store, pushed * Operations);
    }

    /// <summary>
    /// The server is killed within a push by the system call that it makes: while it writes, while it syncs, and when
    /// all is committed and the answer is on its way.
    /// </summary>
    [RequiresTheory(Requirement.Linux | Requirement.Root | Requirement.Strace)]
    [InlineData("pwrite64", false)]
    [InlineData("fsync", false)]
    [InlineData("sendto,sendmsg", true)]
    [Trait("Invariant", "INV-09")]
    public async Task AServerKilledWithinAPush_HasDoneItWholeOrNotAtAll(string calls, bool isCommitted)
    {
        var database = _folder["server.db"];
        var push = _laptop.PushNext(Operations);
        string token;
        using (var server = await ServerProcess.Start(database, isFirst: true))
        {
            token = await server.Enrol(server.Code!);
            using var strace = await server.KillAt(calls);
            await Assert.ThrowsAsync<HttpRequestException>(() => server.Push(token, push));
            Assert.Contains("killed by SIGKILL", await strace.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
        }

        using (var again = await ServerProcess.Start(database))
        {
            var (status, body) = await again.Push(token, push);
            Assert.Equal(HttpStatusCode.OK, status);
            var response = Assert.IsType<Received<PushResponse>.Valid>(PushResponse.FromWire(body)).Value;
            Assert.Single(response.Verdicts.Select(one => one.Verdict.GetType()).Distinct());
            Assert.True(!isCommitted || response.Verdicts.All(one => one.Verdict is Verdict.Duplicate));
        }

        using var store = LogStores.Open(database, TimeProvider.System);
        AssertWhole(store, Operations);
    }

    /// <summary>Connections are cut and the database is killed while two devices push through two servers.</summary>
    [RequiresFact(Requirement.PostgreSql)]
    [Trait("Invariant", "INV-09")]
    [Trait("Invariant", "INV-27")]
    public async Task APostgresCutOffAndKilled_LosesAndDoublesNothing()
    {
        const int pushes = 60;
        using var postgres = new PostgresServer();
        var database = postgres.Create("sync");
        using var stores = new Pair(database);
        var accounts = new Accounts(stores.First, TimeProvider.System, bytes => bytes.Fill(7));
        var user = accounts.Add("anna")!.Value;
        var writing = Task.WhenAll(
            Task.Run(() => PushAll(stores.First, user, new Writer(1), pushes)),
            Task.Run(() => PushAll(stores.Second, user, new Writer(2), pushes)));
        for (var cut = 0; cut < 10 && !writing.IsCompleted; cut++)
        {
            await Task.Delay(30);
            await CutConnections(postgres.ConnectionString("postgres"));
        }

        postgres.Kill();
        postgres.Start();
        await writing;
        AssertWhole(stores.First, 2 * pushes * Operations);
    }

    private static void PushAll(ILogStore store, UserId user, Writer writer, int pushes)
    {
        var log = new SyncLog(store, TimeProvider.System);
        for (var push = 0; push < pushes; push++)
        {
            var request = writer.PushNext(Operations);
            while (!IsDone(log, user, request))
            {
                Thread.Yield();
            }
        }
    }

    private static bool IsDone(SyncLog log, UserId user, PushRequest request)
    {
        try
        {
            return Assert.IsType<PushOutcome.Done>(log.Push(user, request)).Response.Answers(request);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
    }

    private static async Task CutConnections(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var cut = new NpgsqlCommand(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'sync'", connection);
        await cut.ExecuteNonQueryAsync();
    }

    private static void AssertWhole(ILogStore store, int operations)
    {
        var user = new Accounts(store, TimeProvider.System, _ => { }).All().Single().Id;
        var (log, rows, cursor) = (new SyncLog(store, TimeProvider.System), new List<FeedRow>(), FeedCursor.Start);
        while (((ChangesOutcome.Page)log.Changes(user, cursor)).Response is { Rows.Count: > 0 } page)
        {
            Assert.True(page.Follows(cursor));
            rows.AddRange(page.Rows);
            cursor = rows[^1].Cursor;
        }

        Assert.Equal(operations, rows.Count);
        Assert.Equal(operations, rows.DistinctBy(row => row.Operation).Count());
        Assert.All(rows.GroupBy(row => row.Device), one => Assert.Equal(one.OrderBy(row => row.Operation.Value), one));
    }

    private sealed class Pair(string database) : IDisposable
    {
        internal ILogStore First { get; } = LogStores.Open(database, TimeProvider.System);

        internal ILogStore Second { get; } = LogStores.Open(database, TimeProvider.System);

        public void Dispose()
        {
            First.Dispose();
            Second.Dispose();
        }
    }
}
