using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.Benchmarks;

/// <summary>A warm start or stop through the façade, beside the disk itself, in an empty and in a large store.</summary>
internal static class StoreBenchmark
{
    private const int Entries = 1_000_000;
    private const int Rounds = 2000;
    private const int WarmUp = 1500;
    private const int Opens = 30;

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("timetracker-benchmark-").FullName;
        try
        {
            Commands(folder);
            Opening(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Commands(string folder)
    {
        using var disk = new RawDisk(folder);
        using var small = Open(folder, "small");
        Open(folder, "large").Dispose();
        LargeStore.Fill(Path.Combine(folder, "large", "timetracker.db"), Entries);
        using var large = Open(folder, "large");

        var sampler = new Sampler();
        sampler.Add("disk", disk.OverwriteAndSync);
        AddStartAndStop(sampler, small, "small");
        AddStartAndStop(sampler, large, "large");
        var asked = new Sampler();
        asked.Add("timer", () => small.Timer());
        asked.Add("timer, large", () => large.Timer());
        var idle = asked.Run(Rounds, WarmUp);
        var p50 = sampler.Run(Rounds, WarmUp);

        Console.WriteLine($"overwrite 4 KiB + fsync            {p50["disk"]:0.000} ms");
        Console.WriteLine($"start, empty store                 {p50["start small"]:0.000} ms = {p50["start small"] / p50["disk"]:0.00} x disk");
        Console.WriteLine($"stop, empty store                  {p50["stop small"]:0.000} ms = {p50["stop small"] / p50["disk"]:0.00} x disk");
        Console.WriteLine($"start, {Entries:N0} entries          {p50["start large"]:0.000} ms = {p50["start large"] / p50["start small"]:0.00} x empty");
        Console.WriteLine($"stop, {Entries:N0} entries           {p50["stop large"]:0.000} ms = {p50["stop large"] / p50["stop small"]:0.00} x empty");
        Console.WriteLine($"what runs, empty store             {idle["timer"]:0.000} ms");
        Console.WriteLine($"what runs, {Entries:N0} entries      {idle["timer, large"]:0.000} ms");

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Start(small);
            Stop(small);
        }

        Console.WriteLine($"allocated, start and stop          {(GC.GetAllocatedBytesForCurrentThread() - before) / 100 / 1024.0:0.0} KiB");
    }

    private static void Opening(string folder)
    {
        var sampler = new Sampler();
        sampler.Add("small", () => Open(folder, "small").Dispose());
        sampler.Add("large", () => Open(folder, "large").Dispose());
        var p50 = sampler.Run(Opens, warmUp: 5);
        Console.WriteLine($"open and close, empty store        {p50["small"]:0.00} ms");
        Console.WriteLine($"open and close, {Entries:N0} entries {p50["large"]:0.00} ms = {p50["large"] / p50["small"]:0.00} x empty");
    }

    private static void AddStartAndStop(Sampler sampler, Tracker tracker, string name)
    {
        sampler.Add($"start {name}", () => Start(tracker));
        sampler.Add($"stop {name}", () => Stop(tracker));
    }

    private static Tracker Open(string folder, string name) =>
        Tracker.Open(new TrackerOptions { Folder = Path.Combine(folder, name) });

    private static void Start(Tracker tracker) => Do(tracker, new Command.Start(
        new Details { Description = "Write the report", Project = "Acme", Tags = ["deep"] }, When.Now.Value));

    private static void Stop(Tracker tracker) => Do(tracker, new Command.Stop(When.Now.Value));

    private static void Do(Tracker tracker, Command command)
    {
        if (tracker.Execute(command) is not CommandResult.Done)
        {
            throw new InvalidOperationException("the benchmark's own commands are accepted");
        }
    }
}
