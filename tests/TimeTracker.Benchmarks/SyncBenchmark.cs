using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.SyncServer;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;

namespace TimeTracker.Benchmarks;

/// <summary>A store's first push and a new store's first pull, over HTTP, with a server on PostgreSQL.</summary>
internal static class SyncBenchmark
{
    private const int Pending = 10_000;
    private const int Pulled = 100_000;
    private const int PlainRows = 2_000;
    private const int PayloadBytes = 300;
    private const string User = "anna";

    internal static void Run()
    {
        if (PostgresServer.Programs is null)
        {
            Console.WriteLine("PostgreSQL is not installed here.");
            return;
        }

        using var folder = new TemporaryFolder();
        using var postgres = new PostgresServer();
        Drain(folder, postgres.Create("drain"));
        Pull(folder, postgres.Create("pull"));
    }

    private static void Drain(TemporaryFolder folder, string database)
    {
        using (var plain = new PlainInserts(database, PayloadBytes))
        {
            var plainTime = Time(() =>
            {
                for (var row = 0; row < PlainRows; row++)
                {
                    plain.InsertOne();
                }
            });
            var code = AddUser(database, out _);
            using var server = Wait(ServerProcess.Start(database));
            using var tracker = Tracker.Open(new TrackerOptions { Folder = folder["drain"] });
            var day = tracker.Today().From;
            for (var i = 0; i < Pending; i++)
            {
                var start = day.AddMinutes(-(i + 2) * 2);
                tracker.Execute(new Command.Add(new Details { Description = $"Task {i}" }, start, start.AddMinutes(1)));
            }

            Wait(tracker.Sync.Connect(server.Client.BaseAddress!, code, "bench", false, CancellationToken.None));
            var before = Memory();
            var done = default(SyncProgress);
            var time = Time(() => done = Wait(tracker.Sync.Now(null, CancellationToken.None)));
            var (rate, plainRate) = (done.Pushed / time.TotalSeconds, PlainRows / plainTime.TotalSeconds);
            Say($"drained and confirmed {done.Pushed:N0} operations in {time.TotalSeconds:0.00} s = {rate:N0}/s = {rate / plainRate:0.00} x plain inserts ({plainRate:N0}/s); memory +{Memory() - before:0.0} MB");
        }
    }

    private static void Pull(TemporaryFolder folder, string database)
    {
        var code = AddUser(database, out var push);
        Fill(push);
        using var server = Wait(ServerProcess.Start(database));
        using var tracker = Tracker.Open(new TrackerOptions { Folder = folder["pull"] });
        Wait(tracker.Sync.Connect(server.Client.BaseAddress!, code, "bench", false, CancellationToken.None));
        var before = Memory();
        var time = Time(() => Wait(tracker.Sync.Now(null, CancellationToken.None)));
        var used = Memory() - before;
        var bare = Time(() => BareInserts.Copy(tracker.StorePath, folder["bare.db"], WireLimits.PageRowsMax));
        Say($"pulled {Pulled:N0} operations into an empty store in {time.TotalSeconds:0.00} s = {Pulled / time.TotalSeconds:N0}/s = {bare / time:0.00} x bare inserts of the same rows ({Pulled / bare.TotalSeconds:N0}/s); memory +{used:0.0} MB");
    }

    private static void Fill(Action<PushRequest> push)
    {
        var (device, last, seq) = (new DeviceId(Guid.CreateVersion7()), (OperationId?)null, 0L);
        var start = Instant.Nearest(new DateTimeOffset(2020, 1, 1, 8, 0, 0, TimeSpan.Zero));
        for (var done = 0; done < Pulled; done += WireLimits.PushOperationsMax)
        {
            var operations = new List<PushOperation>();
            for (var i = 0; i < WireLimits.PushOperationsMax; i++)
            {
                var id = CommandId.FromFresh(Guid.CreateVersion7()).Operation(1);
                var (from, to) = (start.AddSaturating(TimeSpan.FromMinutes(10L * seq)), start.AddSaturating(TimeSpan.FromMinutes((10L * seq) + 9)));
                var (kind, payload) = OperationCodec.Encode(new OperationBody.OfEntry(new(id.Value), new EntryPatch
                {
                    Description = Field.Set(Description.Parse($"Task {seq}")),
                    Tags = Field.Set(TagSet.Parse(["deep"])),
                    Span = Field.Set<EntrySpan>(new EntrySpan.Closed(ZonedInstant.In(TimeZoneInfo.Utc, from), ZonedInstant.In(TimeZoneInfo.Utc, to))),
                }));
                var row = new LedgerRow(
                    id.Value, id.Command.Value, kind, id.Value, payload, 0, "local",
                    new(to.Microseconds, TimeSpan.FromMinutes(seq), TimeSpan.FromMinutes(seq), new ClockDomain("another boot")));
                operations.Add(new(id, ++seq, last, 0, false, OperationEnvelope.Seal(row)));
                last = id;
            }

            push(new(device, FeedCursor.Start, operations));
        }
    }

    private static string AddUser(string database, out Action<PushRequest> push)
    {
        var store = LogStores.Open(database, TimeProvider.System);
        var accounts = new Accounts(store, TimeProvider.System, RandomNumberGenerator.Fill);
        var user = accounts.Add(User)!.Value;
        var log = new SyncLog(store, TimeProvider.System);
        push = request =>
        {
            if (log.Push(user, request) is not PushOutcome.Done)
            {
                throw new InvalidOperationException("the benchmark's own pushes are accepted");
            }
        };
        return accounts.MakeCode(User)!.Text;
    }

    private static TimeSpan Time(Action act)
    {
        var start = Stopwatch.GetTimestamp();
        act();
        return Stopwatch.GetElapsedTime(start);
    }

    private static double Memory()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64 / 1048576.0;
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
