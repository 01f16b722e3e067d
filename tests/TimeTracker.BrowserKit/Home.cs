using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.NativeHost.Install;
using TimeTracker.NativeHost.Terminal;
using TimeTracker.TestKit;

namespace TimeTracker.BrowserKit;

/// <summary>
/// A person's home folder: a store, and browsers that were told of the host by the product's own installer. Whatever is
/// started here and left behind is ended with it.
/// </summary>
public sealed class Home : IDisposable
{
    private const int RemovalsMax = 20;
    private const int AfternoonHour = 15;
    private const int ZoneHoursMax = 12;
    private static readonly TimeSpan BetweenRemovals = TimeSpan.FromMilliseconds(100);

    private readonly string _path = Directory.CreateTempSubdirectory("timetracker-home-").FullName;

    /// <param name="host">The program that browsers are told of.</param>
    public Home(string host)
    {
        Store = Path.Combine(_path, "store");
        Environment = new Dictionary<string, string>
        {
            ["HOME"] = _path,
            ["XDG_CONFIG_HOME"] = Path.Combine(_path, ".config"),
            ["XDG_DATA_HOME"] = Path.Combine(_path, ".local", "share"),
            ["XDG_CACHE_HOME"] = Path.Combine(_path, ".cache"),
            [DataFolder.Variable] = Store,
            ["TZ"] = Afternoon(DateTimeOffset.UtcNow),
        };
        Install(host);
    }

    /// <summary>The data folder.</summary>
    public string Store { get; }

    /// <summary>What programs of this home see of it.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>Begins again with an empty store, under browsers that stay open: their hosts are started anew.</summary>
    public async Task Renew()
    {
        var before = Hosts();
        Directory.Move(Store, $"{Store}-{Guid.NewGuid():N}");
        Signal("KILL");
        await Browser.Until(
            () => Task.FromResult(Hosts().Except(before).Count() == before.Count ? "renewed" : null),
            () => Task.FromResult("The hosts were not started anew."));
    }

    /// <summary>Where a browser of this home keeps a profile.</summary>
    public string Profile(string name) => Path.Combine(_path, name);

    /// <summary>Tells each browser of a host, as <c>install</c> does.</summary>
    public void Install(string host)
    {
        foreach (var browser in Enum.GetNames<BrowserKind>())
        {
            var report = InstallVerb.Run(new Verb.Install(browser, ForAll: false, Service: false), Surroundings(host));
            if (report.Items.FirstOrDefault(item => item.Remedy is not null) is { } failed)
            {
                throw new InvalidOperationException($"{failed.Detail} {failed.Remedy}");
            }
        }
    }

    /// <summary>Takes the host away from the browsers.</summary>
    public void Uninstall()
    {
        foreach (var browser in Enum.GetNames<BrowserKind>())
        {
            UninstallVerb.Run(new Verb.Uninstall(browser, ForAll: false), Surroundings("/"));
        }
    }

    /// <summary>Chromium looks for manifests in the profile where that is not in the usual place.</summary>
    internal string ChromiumManifests(string profile)
    {
        var folder = Path.Combine(profile, "NativeMessagingHosts");
        Directory.CreateDirectory(profile);
        if (!Path.Exists(folder))
        {
            File.CreateSymbolicLink(folder, Path.Combine(_path, ".config", "chromium", "NativeMessagingHosts"));
        }

        return folder;
    }

    /// <summary>What was booked and not removed, by start.</summary>
    public IReadOnlyList<EntryView> Ledger()
    {
        using var tracker = OpenTracker();
        return tracker.Entries(new EntryQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue));
    }

    /// <summary>The store, as another program opens it.</summary>
    public Tracker OpenTracker() => Tracker.Open(new TrackerOptions { Folder = Store });

    /// <summary>Gives the store a command, as another program does, and gives back the entries that it changed.</summary>
    public IReadOnlyList<EntryView> Do(Command command)
    {
        using var tracker = OpenTracker();
        return tracker.Execute(command) is CommandResult.Done done
            ? done.Changed : throw new InvalidOperationException($"{command} was refused.");
    }

    /// <summary>The questions that wait for an answer.</summary>
    public IReadOnlyList<QuestionView> Questions()
    {
        using var tracker = OpenTracker();
        return tracker.Review();
    }

    /// <summary>Sends a signal to each host that runs here.</summary>
    public void Signal(string signal)
    {
        foreach (var host in Hosts())
        {
            ChildProcess.Run("kill", $"-{signal}", $"{host}");
        }
    }

    /// <summary>The hosts that run here.</summary>
    public IReadOnlyList<int> Hosts() =>
        [.. Processes().Where(id => Name(id).StartsWith("TimeTracker.Nat", StringComparison.Ordinal))];

    public void Dispose()
    {
        foreach (var id in Processes())
        {
            ChildProcess.Run("kill", "-KILL", $"{id}");
        }

        // A process that was just killed may still be writing.
        for (var removals = 1; Directory.Exists(_path); removals++)
        {
            try
            {
                Directory.Delete(_path, recursive: true);
            }
            catch (IOException) when (removals < RemovalsMax)
            {
                Thread.Sleep(BetweenRemovals);
            }
        }
    }

    /// <summary>A zone where it is the afternoon, so that no day ends while a test runs, nor began just before.</summary>
    private static string Afternoon(DateTimeOffset now)
    {
        // The names count westward: Etc/GMT-3 is three hours ahead of UTC.
        var ahead = AfternoonHour - now.UtcDateTime.Hour;
        return ahead > ZoneHoursMax ? $"Etc/GMT+{24 - ahead}" : $"Etc/GMT{-ahead:+0;-0;+0}";
    }

    private Surroundings Surroundings(string host) => new()
    {
        Platform = Platform.Linux,
        Home = _path,
        Config = Path.Combine(_path, ".config"),
        Data = Path.Combine(_path, ".local", "share"),
        Executable = host,
    };

    // Whoever was started here has this store in its environment.
    private List<int> Processes()
    {
        var mark = $"{DataFolder.Variable}={Store}\0";
        return
        [
            .. Directory.EnumerateDirectories("/proc")
                .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
                .Where(id => id > 0 && id != System.Environment.ProcessId
                    && Read(id, "environ").Contains(mark, StringComparison.Ordinal)),
        ];
    }

    private static string Name(int id) => Read(id, "comm");

    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
