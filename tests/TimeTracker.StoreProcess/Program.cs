using TimeTracker.Core;
using TimeTracker.Core.Clocks;
using TimeTracker.Domain;
using TimeTracker.StoreProcess;

// A program on the real store, to be killed, starved and put to sleep: FOLDER [--domain NAME] [--watch] [--normal]
// WORDS. It does the words in their order and prints a line for each, in one write, once it is done.
var folder = args[0];
var words = args.Skip(1).ToList();
var domain = Option("--domain");
var watch = words.Remove("--watch");
var normal = words.Remove("--normal");
var clock = SystemClock.Create();
using var tracker = Tracker.Open(new TrackerOptions
{
    Folder = folder,
    Clock = domain is null ? clock : new FixedDomainClock(clock, domain),
    KeepsWatch = watch,
    BusyTimeout = TimeSpan.FromSeconds(20),
});
if (normal)
{
    NormalSync.Force(tracker);
}

var script = new Script(tracker);
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
