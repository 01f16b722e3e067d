using TimeTracker.Core;
using TimeTracker.Core.Clocks;
using TimeTracker.Domain;
using TimeTracker.StoreProcess;

// A program on the real store, to be killed, starved and put to sleep: FOLDER [--domain NAME] [--watch] [--normal]
// [--connect URL CODE] [--seed NUMBER] WORDS. It does the words in their order and prints a line for each, in one write, once it is done.
var folder = args[0];
var words = args.Skip(1).ToList();
var domain = Option("--domain");
var seed = Option("--seed");
var server = Server();
var watch = words.Remove("--watch");
var normal = words.Remove("--normal");
var clock = SystemClock.Create();
using var tracker = Tracker.Open(new TrackerOptions
{
    Folder = folder,
    Clock = domain is null ? clock : new FixedDomainClock(clock, domain),
    KeepsWatch = watch,
    BusyTimeout = TimeSpan.FromMinutes(2),
});
if (normal)
{
    NormalSync.Force(tracker);
}

if (server is var (url, code))
{
    await tracker.Sync.Connect(new Uri(url), code, "a device", false, CancellationToken.None).ConfigureAwait(false);
    Console.WriteLine("connected");
}

var script = new Script(tracker, new Random(int.Parse(seed ?? "0", System.Globalization.CultureInfo.InvariantCulture)));
foreach (var word in words)
{
    script.Do(word);
}

return 0;

string? Option(string name)
{
    var at = words.IndexOf(name);
    if (at < 0)
    {
        return null;
    }

    var value = words[at + 1];
    words.RemoveRange(at, 2);
    return value;
}

(string Url, string Code)? Server()
{
    var at = words.IndexOf("--connect");
    if (at < 0)
    {
        return null;
    }

    var found = (words[at + 1], words[at + 2]);
    words.RemoveRange(at, 3);
    return found;
}
