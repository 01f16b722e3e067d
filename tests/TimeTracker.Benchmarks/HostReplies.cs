using System.Diagnostics;
using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.Benchmarks;

/// <summary>
/// How long an open connection takes: to tell what another program did, to start a timer beside what the store's own
/// commit costs, and to answer a popup's questions on a large store.
/// </summary>
internal static class HostReplies
{
    private const int Commits = 200;

    // A snapshot adds up the day: of a thousand entries that takes longer than the start.
    private const int Rounds = 100;
    private const int WarmUp = 20;
    private const int Asked = 50;
    private const int Entries = 100_000;
    private const int DayEntries = 600;

    internal static void Run(string host, string folder)
    {
        Pushes(host, Path.Combine(folder, "pushed"), "while nothing is asked", (_, _) => { });
        Pushes(host, Path.Combine(folder, "pushed"), "while it is asked      ", AskMeanwhile);
        Starts(host, folder);
        Questions(host, Path.Combine(folder, "asked"));
    }

    private static void Pushes(string host, string home, string how, Action<HostTalk, int> meanwhile)
    {
        using var tracker = Tracker.Open(new TrackerOptions { Folder = home });
        using var talk = new HostTalk(host, home);
        var times = new List<double>();
        for (var commit = 0; commit < Commits; commit++)
        {
            // At every phase of the host's own rhythm.
            Thread.Sleep(commit * 37 % 250);
            Toggle(tracker);
            var began = Stopwatch.GetTimestamp();
            meanwhile(talk, commit);
            while (!talk.Read().Contains("\"event\":\"snapshot\"", StringComparison.Ordinal))
            {
            }

            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine($"a change is told, {how}  {Spread(times)}");
    }

    // Its reply has no snapshot, so that the change has still to be told.
    private static void AskMeanwhile(HostTalk talk, int commit)
    {
        Thread.Sleep(commit * 29 % 190);
        talk.Send("""{"id":1,"verb":"policy"}""");
    }

    private static void Starts(string host, string folder)
    {
        using var talk = new HostTalk(host, Path.Combine(folder, "spoken-to"));
        using var tracker = Tracker.Open(new TrackerOptions { Folder = Path.Combine(folder, "own") });
        var entry = string.Empty;
        var sampler = new Sampler();
        sampler.Add("host", () =>
        {
            var command = Minted();
            talk.Ask($$"""{"id":1,"verb":"start","command_id":"{{command}}","description":"Write the report","tags":["deep"]}""");
            entry = $"{command[..^2]}01";
        });
        sampler.Add("store", () => Toggle(tracker));
        sampler.Add("host stop", () => talk.Ask($$"""{"id":2,"verb":"stop","command_id":"{{Minted()}}","entry":"{{entry}}"}"""));
        sampler.Add("store stop", () => Toggle(tracker));
        var p50 = sampler.Run(Rounds, WarmUp);
        Console.WriteLine($"a start over the open pipe         {p50["host"]:0.000} ms = {p50["host"] - p50["store"]:0.000} ms more than the store's own {p50["store"]:0.000} ms");
        Console.WriteLine($"resident behind {Rounds + WarmUp} starts         {talk.Resident / 1e6:0.0} MB");
    }

    private static void Questions(string host, string home)
    {
        Tracker.Open(new TrackerOptions { Folder = home }).Dispose();
        LargeStore.Fill(Path.Combine(home, DataFolder.DatabaseName), Entries);
        using (var tracker = Tracker.Open(new TrackerOptions { Folder = home }))
        {
            var (from, _) = tracker.Today();
            for (var i = 0; i < DayEntries && from.AddSeconds(i + 1) < DateTimeOffset.Now; i++)
            {
                var details = new Details { Description = $"Today {i}", Project = "Acme", Tags = ["deep"] };
                tracker.Execute(new Command.Add(details, from.AddSeconds(i), from.AddSeconds(i + 1)));
            }
        }

        using var talk = new HostTalk(host, home);
        foreach (var field in new[] { "description", "entry", "project", "tag" })
        {
            foreach (var text in new[] { string.Empty, "task 4", "ask 49", "nothing", "é" })
            {
                Ask(talk, $"suggest {field} '{text}'", $$"""{"id":1,"verb":"suggest","field":"{{field}}","text":"{{text}}"}""");
            }
        }

        Ask(talk, "snapshot", """{"id":1,"verb":"snapshot"}""");
        Ask(talk, $"today, {DayEntries} entries", """{"id":1,"verb":"today"}""");
    }

    private static void Ask(HostTalk talk, string what, string request)
    {
        var times = new List<double>();
        var bytes = 0;
        for (var i = 0; i < Asked; i++)
        {
            var began = Stopwatch.GetTimestamp();
            bytes = talk.Ask(request).Length;
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        Console.WriteLine($"{Entries:N0} entries: {what,-30} {Spread(times)}, {bytes:N0} characters");
    }

    private static string Spread(List<double> times)
    {
        times.Sort();
        return $"p50 {times[times.Count / 2]:0.0} ms, p95 {times[times.Count * 95 / 100]:0.0} ms, max {times[^1]:0.0} ms";
    }

    private static void Toggle(Tracker tracker)
    {
        Command command = tracker.CurrentEntry() is null
            ? new Command.Start(new Details { Description = "Write the report", Tags = ["deep"] }, When.Now.Value)
            : new Command.Stop(When.Now.Value);
        if (tracker.Execute(command) is not CommandResult.Done)
        {
            throw new InvalidOperationException("the benchmark's own commands are accepted");
        }
    }

    private static string Minted() => Tracker.NewCommandId().ToString();
}
