using TimeTracker.NativeHost.Terminal;

namespace TimeTracker.NativeHost.Install;

/// <summary>
/// What tells the operating system to run the <c>run</c> verb at login: a systemd user unit, a launchd agent or a
/// scheduled task. Only files are written; the next step says how to begin at once.
/// </summary>
/// <param name="Path">The file.</param>
/// <param name="Text">What stands in it.</param>
/// <param name="Next">What is left to do.</param>
internal sealed record ServiceFile(string Path, string Text, string Next)
{
    private const string UnitName = "timetracker.service";

    internal static ServiceFile For(Surroundings surroundings) => surroundings.Platform switch
    {
        Platform.Linux => new(
            Combine(surroundings.Config, "systemd", "user", UnitName), Unit(surroundings.Executable),
            "It runs from the next login on; now: systemctl --user daemon-reload && systemctl --user start timetracker"),
        Platform.Mac => new(
            Combine(surroundings.Home, "Library", "LaunchAgents", $"{ExtensionIds.HostName}.plist"), Agent(surroundings.Executable),
            $"It runs from the next login on; now: launchctl load ~/Library/LaunchAgents/{ExtensionIds.HostName}.plist"),
        _ => new(
            Combine(surroundings.ProgramFolder(forAll: false), "task.xml"), Task(surroundings.Executable),
            $"schtasks /Create /TN TimeTracker /XML \"{Combine(surroundings.ProgramFolder(forAll: false), "task.xml")}\""),
    };

    internal static ReportItem Install(Surroundings surroundings)
    {
        var service = For(surroundings);
        try
        {
            var isNew = WholeFile.Write(service.Path, service.Text);
            if (surroundings.Platform == Platform.Linux)
            {
                isNew |= Enable(service.Path);
            }

            return new("service", isNew ? "written" : "unchanged", service.Next) { Path = service.Path };
        }
        catch (Exception denied) when (denied is IOException or UnauthorizedAccessException)
        {
            return new("service", "NoPermission", denied.Message)
            {
                Path = service.Path,
                Remedy = "Give your user the right to write there.",
            };
        }
    }

    /// <summary>Null where there was none.</summary>
    internal static ReportItem? Remove(Surroundings surroundings)
    {
        var path = For(surroundings).Path;
        if (!File.Exists(path))
        {
            return null;
        }

        File.Delete(path);
        File.Delete(Link(path));
        return new("service", "removed", "It runs no more from the next login on.") { Path = path };
    }

    // What systemctl enable makes, without asking a systemd that may not run now.
    private static bool Enable(string unit)
    {
        if (new FileInfo(Link(unit)).LinkTarget is not null)
        {
            return false;
        }

        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Link(unit))!);
        File.CreateSymbolicLink(Link(unit), unit);
        return true;
    }

    private static string Link(string unit) =>
        Combine(System.IO.Path.GetDirectoryName(unit)!, "default.target.wants", UnitName);

    private static string Combine(params string[] parts) => System.IO.Path.Combine(parts);

    private static string Unit(string executable) => $"""
        [Unit]
        Description=TimeTracker: watches the running timer and syncs

        [Service]
        ExecStart="{executable.Replace("%", "%%", StringComparison.Ordinal)}" run
        Restart=on-failure
        RestartSec=10

        [Install]
        WantedBy=default.target

        """;

    private static string Agent(string executable) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict>
          <key>Label</key><string>{ExtensionIds.HostName}</string>
          <key>ProgramArguments</key><array><string>{Xml(executable)}</string><string>run</string></array>
          <key>RunAtLoad</key><true/>
          <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
        </dict></plist>

        """;

    private static string Task(string executable) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
          <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
          <Settings><ExecutionTimeLimit>PT0S</ExecutionTimeLimit><DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries></Settings>
          <Actions><Exec><Command>{Xml(executable)}</Command><Arguments>run</Arguments></Exec></Actions>
        </Task>

        """;

    private static string Xml(string text) => System.Security.SecurityElement.Escape(text);
}
