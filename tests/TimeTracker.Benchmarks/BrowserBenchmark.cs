using System.Diagnostics;
using System.Globalization;
using TimeTracker.BrowserKit;
using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.Benchmarks;

/// <summary>
/// What a person waits for in the extension, in both browsers with the published host: a command beside the store's own
/// commit of the same, the popup in a store of years, completion there, and what another program changes.
/// </summary>
internal static class BrowserBenchmark
{
    private const int Entries = 100_000;
    private const int Commands = 200;
    private const int Popups = 15;
    private const int Letters = 60;
    private const int Pushes = 25;
    private const int WarmUp = 5;

    private static readonly TimeSpan BetweenPushes = TimeSpan.FromMilliseconds(130);
    private static readonly string[] Typed = ["t", "rep", "task 1", "nonesuch", "größe", "e"];

    internal static async Task Run()
    {
        var folder = Directory.CreateTempSubdirectory("timetracker-benchmark-").FullName;
        try
        {
            var host = HostBenchmark.Publish(HostBenchmark.Project, Path.Combine(folder, "host"), "TimeTracker.NativeHost");
            var years = Path.Combine(folder, "years");
            BusyStore.Fill(years, Entries);
            foreach (var kind in Enum.GetValues<BrowserKind>())
            {
                await Command(kind, host, Path.Combine(folder, $"beside-{kind}"));
                await Years(kind, host, years);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A start from the background to its reply, in turn with the same command in this process.</summary>
    private static async Task Command(BrowserKind kind, string host, string beside)
    {
        using var home = new Home(host);
        using var tracker = Tracker.Open(new TrackerOptions { Folder = beside });
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        await browser.EvaluateInBackground("""
            (async () => {
              const port = chrome.runtime.connectNative("timetracker.host");
              const waiting = new Map();
              port.onMessage.addListener(message => waiting.get(message.id)?.(message));
              self.ask = request => new Promise(done => { waiting.set(request.id, done); port.postMessage(request); });
              self.start = async (id, entry) => {
                const began = performance.now();
                const reply = await self.ask({ id: 1, verb: "start", command_id: id, description: "Plan" });
                const took = performance.now() - began;
                await self.ask({ id: 2, verb: "stop", command_id: entry, entry: reply.result.changed.items[0].id });
                return took;
              };
              await self.ask({ id: 0, verb: "hello", protocol: 1 });
            })()
            """);
        var (trips, commits) = (new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Commands; round++)
        {
            var trip = (await browser.EvaluateInBackground($"self.start('{NewId()}', '{NewId()}')")).GetDouble();
            var began = Stopwatch.GetTimestamp();
            tracker.Execute(new Command.Start(new Details { Description = "Plan" }, When.Now.Value));
            var commit = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            tracker.Execute(new Command.Stop(When.Now.Value));
            if (round >= 0)
            {
                trips.Add(trip);
                commits.Add(commit);
            }
        }

        var (p50, own) = (Sampler.Median(trips), Sampler.Median(commits));
        Tell(kind, "a start from the background, p50", p50, $" = {p50 / own:0.0} x the store's own commit ({own:0.0} ms)");
    }

    private static async Task Years(BrowserKind kind, string host, string years)
    {
        using var home = new Home(host);
        Directory.CreateDirectory(home.Store);
        File.Copy(Path.Combine(years, DataFolder.DatabaseName), Path.Combine(home.Store, DataFolder.DatabaseName));
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        var opened = new List<double>();
        for (var round = -WarmUp; round < Popups; round++)
        {
            var opening = await browser.OpenPopup();
            var usable = await opening.WaitFor("performance.getEntriesByName('usable')[0]?.startTime");
            if (round >= 0)
            {
                opened.Add(usable.GetDouble());
            }

            await opening.Close();
        }

        Tell(kind, $"a popup's opening to its state, {Entries:N0} entries, p50", Sampler.Median(opened), $", longest {opened[^1]:0} ms");
        var popup = await browser.OpenPopup();
        await popup.WaitFor("!document.querySelector('#controls').disabled");
        await Complete(kind, popup);
        await Push(kind, home, popup);
    }

    /// <summary>From a letter to the list that it offers, or to the knowledge that there is none.</summary>
    private static async Task Complete(BrowserKind kind, Page popup)
    {
        await popup.Click("#start-description");
        var times = new List<double>();
        for (var round = 0; round < Letters; round++)
        {
            times.Add((await popup.Evaluate($$"""
                new Promise(done => {
                  const field = document.querySelector("#start-description");
                  const list = document.getElementById(field.getAttribute("aria-controls"));
                  const began = performance.now();
                  new MutationObserver((_, it) => { it.disconnect(); done(performance.now() - began); })
                    .observe(field, { attributes: true, attributeFilter: ["aria-expanded"] });
                  field.value = "{{Typed[round % Typed.Length]}}";
                  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
                })
                """)).GetDouble());
        }

        Tell(kind, $"a letter to its completion, {Entries:N0} entries, p50", Sampler.Median(times), $", longest {times[^1]:0.0} ms");
    }

    /// <summary>From another program's commit to the popup that shows it, by the wall clock that both read.</summary>
    private static async Task Push(BrowserKind kind, Home home, Page popup)
    {
        await popup.Evaluate("""
            new Promise(done => {
              const title = document.querySelector("#timer-title");
              self.shown = {};
              new MutationObserver(() => { self.shown[title.textContent] ??= performance.timeOrigin + performance.now(); })
                .observe(title, { childList: true, characterData: true, subtree: true });
              done(true);
            })
            """);
        using var tracker = home.OpenTracker();
        var times = new List<double>();
        for (var round = 0; round < Pushes; round++)
        {
            tracker.Execute(new Command.Switch(new Details { Description = $"Push {round}" }, When.Now.Value));
            var committed = DateTimeOffset.UtcNow;
            var shown = (await popup.WaitFor($"self.shown['Push {round}']")).GetDouble();
            times.Add(shown - (committed - DateTimeOffset.UnixEpoch).TotalMilliseconds);
            await Task.Delay(BetweenPushes);
        }

        Tell(kind, "another program's commit to the popup, p50", Sampler.Median(times), $", longest {times[^1]:0} ms");
    }

    private static void Tell(BrowserKind kind, string what, double milliseconds, string more = "") => Console.WriteLine(
        string.Create(CultureInfo.InvariantCulture, $"{kind,-8} {what,-52} {milliseconds,7:0.0} ms{more}"));

    private static string NewId() => $"{Guid.CreateVersion7().ToString()[..^2]}00";
}
