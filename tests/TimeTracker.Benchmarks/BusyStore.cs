using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.Benchmarks;

/// <summary>Fills a store with a busy person's days: 20 entries a day up to yesterday, and one that runs.</summary>
internal static class BusyStore
{
    private const int EntriesADay = 20;
    private const int Projects = 200;
    private const int Tags = 100;
    private const int Descriptions = 20_000;

    internal static void Fill(string folder, int entries)
    {
        using var tracker = Tracker.Open(new TrackerOptions { Folder = folder });
        var today = tracker.Today().From;
        for (var i = 0; i < entries; i++)
        {
            var start = today.AddDays(-1 - (i / EntriesADay)).AddHours(8).AddMinutes(25 * (i % EntriesADay));
            Do(tracker, new Command.Add(DetailsOf(i), start, start.AddMinutes(20)));
        }

        Do(tracker, new Command.Start(DetailsOf(entries), When.Now.Value));
    }

    private static Details DetailsOf(int i) => new()
    {
        Description = $"Task {i % Descriptions} of the release",
        Project = $"Project {i % Projects}",
        Tags = [$"tag{i % Tags}", $"tag{i / 7 % Tags}"],
    };

    private static void Do(Tracker tracker, Command command)
    {
        if (tracker.Execute(command) is not CommandResult.Done)
        {
            throw new InvalidOperationException("the benchmark's own commands are accepted");
        }
    }
}
