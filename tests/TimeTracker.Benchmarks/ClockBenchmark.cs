using TimeTracker.Core;
using TimeTracker.Core.Clocks;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Benchmarks;

/// <summary>What looking at the clocks costs: one reading, and the look that each command takes before it is decided.</summary>
internal static class ClockBenchmark
{
    private const int Rounds = 2000;
    private const int WarmUp = 1500;
    private const int ReadingsARound = 1000;
    private const int LooksARound = 20;

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("timetracker-benchmark-").FullName;
        try
        {
            using var tracker = Tracker.Open(new TrackerOptions { Folder = folder });
            Measure(tracker);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(Tracker tracker)
    {
        var clock = SystemClock.Create();
        using var database = Database.Open(tracker.StorePath, StoreSchema.Current);
        using var snapshot = Started(tracker, database);
        var sampler = new Sampler();
        sampler.Add("reading", () =>
        {
            for (var i = 0; i < ReadingsARound; i++)
            {
                _ = clock.Read();
            }
        });
        sampler.Add("look", () =>
        {
            for (var i = 0; i < LooksARound; i++)
            {
                _ = Observation.Look(snapshot, new StoreState(snapshot), "benchmark", clock.Read());
            }
        });
        sampler.Add("switch", () => tracker.Execute(
            new Command.Switch(new Details { Description = "Review", Project = "Acme" }, When.Now.Value)));
        var p50 = sampler.Run(Rounds, WarmUp);
        var look = p50["look"] / LooksARound;
        Console.WriteLine($"one reading of the clocks          {p50["reading"] * 1000 / ReadingsARound:0.000} us");
        Console.WriteLine($"one look, the timer's state read   {look * 1000:0.0} us");
        Console.WriteLine($"switch                             {p50["switch"]:0.000} ms; the look is {100 * look / p50["switch"]:0.0} % of it");
    }

    private static ReadSnapshot Started(Tracker tracker, Database database)
    {
        tracker.Execute(new Command.Start(new Details { Description = "Plan" }, When.Now.Value));
        return database.BeginRead();
    }
}
