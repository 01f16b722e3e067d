using System.Diagnostics;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;
using Xunit.Abstractions;

namespace TimeTracker.SyncServer.Tests.Chaos;

/// <summary>Two devices, two servers on one PostgreSQL and a network between them, and anything may die at any time.</summary>
public sealed class ChaosTests(ITestOutputHelper output) : IDisposable
{
    // The long form by TIMETRACKER_LONG_FAULTS=1.
    private static readonly TimeSpan Duration =
        TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("TIMETRACKER_LONG_FAULTS") == "1" ? 60 : 12);

    // On a busy machine a device may be killed again and again before it has sent anything.
    private static readonly TimeSpan DurationMax = Duration + TimeSpan.FromMinutes(3);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresFact(Requirement.Linux | Requirement.PostgreSql)]
    [Trait("Invariant", "INV-01")]
    [Trait("Invariant", "INV-08")]
    [Trait("Invariant", "INV-09")]
    [Trait("Invariant", "INV-11")]
    [Trait("Invariant", "INV-28")]
    public async Task WhateverIsCutAndKilled_InTheEndEachOperationStandsOnce_AndBothDevicesShowTheSame()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        using var postgres = new PostgresServer();
        var database = postgres.Create("chaos");
        var code = AddUser(database);
        int[] ports = [FreePort.Find(), FreePort.Find()];
        ServerProcess[] servers = [await Serve(database, ports[0]), await Serve(database, ports[1])];
        await using var network = new BadNetwork(ports, seed);
        var devices = new[] { "laptop", "phone" };
        network.IsBad = false;
        foreach (var device in devices)
        {
            Assert.Contains("connected", (await Run(device, $"--connect {network.Address} {code()}", "sync")).Output, StringComparison.Ordinal);
        }

        network.IsBad = true;
        var acknowledged = new List<string>();
        var running = devices.Select(device => Live(device, random)).ToArray();
        var (until, kills) = (Stopwatch.StartNew(), 0);
        while (until.Elapsed < Duration || (until.Elapsed < DurationMax && (network.Cut == 0 || network.Repeated == 0)))
        {
            await Task.Delay(random.Next(100, 900)); // Real processes: no fake clock reaches them.
            var (which, dice) = (random.Next(2), random.Next(10));
            kills++;
            if (dice == 0)
            {
                postgres.Kill();
                postgres.Start();
            }
            else if (dice < 4)
            {
                servers[which].Kill();
                servers[which].Dispose();
                servers[which] = await Serve(database, ports[which]);
            }
            else
            {
                acknowledged.AddRange(await End(running[which]));
                running[which] = Live(devices[which], random);
            }
        }

        foreach (var one in running)
        {
            acknowledged.AddRange(await End(one));
        }

        network.IsBad = false;
        foreach (var device in devices.Concat(devices))
        {
            Assert.Contains("synced", (await Run(device, "sync")).Output, StringComparison.Ordinal);
        }

        Array.ForEach(servers, server => server.Dispose());
        output.WriteLine($"{kills} kills, {network.Cut} cuts, {network.Repeated} repeats, {acknowledged.Count} commands");
        Assert.NotEqual(0, network.Cut);
        Assert.NotEqual(0, network.Repeated);
        AssertWhole(database, acknowledged);
    }

    private void AssertWhole(string database, List<string> acknowledged)
    {
        using var laptop = Tracker.Open(new TrackerOptions { Folder = _folder["laptop"] });
        using var phone = Tracker.Open(new TrackerOptions { Folder = _folder["phone"] });
        Assert.Equal(State(laptop), State(phone));
        Assert.All([laptop, phone], tracker => Assert.Equal((0, 0), (tracker.Sync.Status().Pending, tracker.Sync.Status().Parked.Count)));

        using var store = LogStores.Open(database, TimeProvider.System);
        var user = Assert.Single(new Accounts(store, TimeProvider.System, _ => { }).All()).Id;
        var (log, cursor, rows) = (new SyncLog(store, TimeProvider.System), FeedCursor.Start, new List<FeedRow>());
        while (log.Changes(user, cursor) is ChangesOutcome.Page { Response: { Rows.Count: > 0 } page })
        {
            Assert.True(page.Follows(cursor));
            rows.AddRange(page.Rows);
            cursor = rows[^1].Cursor;
        }

        Assert.Equal(rows.Count, rows.Select(row => row.Operation).Distinct().Count());
        var commands = rows.Select(row => row.Operation.Command.ToString()).ToHashSet();
        Assert.All(acknowledged, command => Assert.Contains(command, commands));
        Assert.Equal(acknowledged.Count, acknowledged.Distinct().Count());
    }

    private static List<string> State(Tracker tracker) =>
    [
        .. tracker.Entries(new EntryQuery(DateTimeOffset.MinValue, DateTimeOffset.MaxValue))
            .Select(view => $"{view.Entry} {view.Project} {view.Overlaps}"),
        .. tracker.Sync.Conflicts().Select(conflict => $"{conflict.Conflict}"),
    ];

    private static Func<string> AddUser(string database)
    {
        var store = LogStores.Open(database, TimeProvider.System);
        var accounts = new Accounts(store, TimeProvider.System, System.Security.Cryptography.RandomNumberGenerator.Fill);
        Assert.NotNull(accounts.Add("anna"));
        return () => accounts.MakeCode("anna")!.Text;
    }

    private static Task<ServerProcess> Serve(string database, int port) =>
        ServerProcess.Start(database, isFirst: false, $"http://127.0.0.1:{port}", "--Sync:RequestsPerMinute", "1000000");

    private Process Live(string device, Random random) => ChildProcess.Start(
        "dotnet", Path.Combine(AppContext.BaseDirectory, "TimeTracker.StoreProcess.dll"), _folder[device],
        "--seed", random.Next().ToString(System.Globalization.CultureInfo.InvariantCulture), "live");

    private Task<ChildProcess> Run(string device, params string[] words) => Task.Run(() => ChildProcess.Run(
        "dotnet", [Path.Combine(AppContext.BaseDirectory, "TimeTracker.StoreProcess.dll"), _folder[device], .. words.SelectMany(word => word.Split(' '))]));

    /// <summary>Kills a device's program; gives back the commands that it was told are done.</summary>
    private static async Task<List<string>> End(Process process)
    {
        process.Kill();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.Dispose();
        return [.. output[..(output.LastIndexOf('\n') + 1)].Split('\n')
            .Where(line => line.StartsWith("ack ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];
    }
}
