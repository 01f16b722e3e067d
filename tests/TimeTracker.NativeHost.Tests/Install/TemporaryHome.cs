using TimeTracker.NativeHost.Install;
using TimeTracker.NativeHost.Terminal;
using TimeTracker.TestKit;

namespace TimeTracker.NativeHost.Tests.Install;

/// <summary>A user with a home folder of their own and a program that could be started.</summary>
internal sealed class TemporaryHome : IDisposable
{
    private readonly TemporaryFolder _home = new();

    internal TemporaryHome(Platform platform = Platform.Linux)
    {
        Surroundings = new()
        {
            Platform = platform,
            Home = _home.Path,
            Config = _home[".config"],
            Data = _home[".local/share"],
            Executable = _home["host/TimeTracker.NativeHost"],
            Registry = Registry,
        };
        Directory.CreateDirectory(_home["host"]);
        File.WriteAllText(Surroundings.Executable, "#!/bin/sh\n");
        File.WriteAllText(_home["host/libe_sqlite3.so"], string.Empty);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Surroundings.Executable, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    internal Surroundings Surroundings { get; }

    internal MemoryRegistry Registry { get; } = new();

    internal string this[string name] => _home[name];

    internal string Chromium => this[".config/chromium/NativeMessagingHosts/timetracker.host.json"];

    internal string Firefox => this[".mozilla/native-messaging-hosts/timetracker.host.json"];

    /// <summary>As if a browser had been started once.</summary>
    internal TemporaryHome With(params string[] profiles)
    {
        foreach (var profile in profiles)
        {
            Directory.CreateDirectory(this[profile]);
        }

        return this;
    }

    internal VerbReport Install(string? browser = null, bool service = false) =>
        InstallVerb.Run(new Verb.Install(browser, ForAll: false, service), Surroundings);

    internal VerbReport Uninstall() => UninstallVerb.Run(new Verb.Uninstall(null, ForAll: false), Surroundings);

    internal ReportItem Diagnosis(string browser) =>
        DoctorVerb.Browsers(Surroundings).First(item => item.Subject == browser);

    public void Dispose() => _home.Dispose();
}
