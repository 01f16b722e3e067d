using System.Globalization;
using System.Security.Cryptography;
using TimeTracker.Domain;
using TimeTracker.SyncServer;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;

namespace TimeTracker.Benchmarks;

/// <summary>Pushes beside plain inserts of one row a transaction, on the same database in the same run.</summary>
internal static class ServerBenchmark
{
    private const int Rounds = 100;
    private const int WarmUp = 20;
    private const int PayloadBytes = 200;

    private static readonly int[] Sizes = [1, 50, WireLimits.PushOperationsMax];

    internal static void Run()
    {
        using var folder = new TemporaryFolder();
        Measure("SQLite", folder["server.db"], plain: null);
        if (PostgresServer.Programs is null)
        {
            Console.WriteLine("PostgreSQL is not installed here.");
            return;
        }

        using var postgres = new PostgresServer();
        var database = postgres.Create("sync");
        using var plain = new PlainInserts(database, PayloadBytes);
        Measure("PostgreSQL", database, plain);
    }

    private static void Measure(string name, string database, PlainInserts? plain)
    {
        using var store = LogStores.Open(database, TimeProvider.System);
        var log = new SyncLog(store, TimeProvider.System);
        var user = new Accounts(store, TimeProvider.System, RandomNumberGenerator.Fill).Add("anna")!.Value;
        var device = new Device();
        var sampler = new Sampler();
        if (plain is not null)
        {
            sampler.Add("plain", plain.InsertOne);
        }

        foreach (var size in Sizes)
        {
            sampler.Add(Push(size), () => device.Push(log, user, size));
        }

        var p50 = sampler.Run(Rounds, WarmUp);
        foreach (var size in Sizes)
        {
            var rate = size / p50[Push(size)] * 1000;
            var ratio = plain is null ? string.Empty : $" = {rate / (1000 / p50["plain"]):0.00} x plain";
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, push of {size,3} operations  {p50[Push(size)],7:0.00} ms, {rate,8:N0} operations/s{ratio}"));
        }

        if (plain is not null)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name}, one row a transaction {p50["plain"],7:0.00} ms, {1000 / p50["plain"],8:N0} rows/s"));
        }
    }

    private static string Push(int size) => size.ToString(CultureInfo.InvariantCulture);

    private sealed class Device
    {
        private readonly DeviceId _id = new(Guid.CreateVersion7());
        private readonly Payload _payload = new(new byte[PayloadBytes]);
        private long _seq;
        private OperationId? _last;

        internal void Push(SyncLog log, UserId user, int size)
        {
            var request = new PushRequest(_id, FeedCursor.Start, [.. Enumerable.Range(0, size).Select(_ => Next())]);
            if (log.Push(user, request) is not PushOutcome.Done)
            {
                throw new InvalidOperationException("the benchmark's own pushes are accepted");
            }
        }

        private PushOperation Next()
        {
            var operation = new PushOperation(
                CommandId.FromFresh(Guid.CreateVersion7()).Operation(1), ++_seq, _last, 0, false, _payload);
            _last = operation.Id;
            return operation;
        }
    }
}
