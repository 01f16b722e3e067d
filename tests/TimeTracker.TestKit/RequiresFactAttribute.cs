using Xunit;

namespace TimeTracker.TestKit;

/// <summary>A fact that is skipped, saying what is missing, where the machine lacks what it needs.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresFactAttribute : FactAttribute
{
    public RequiresFactAttribute(Requirement requirement)
    {
        Requirement = requirement;
        var missing = Enum.GetValues<Requirement>().Where(one => requirement.HasFlag(one) && !IsMet(one)).ToList();
        if (missing.Count > 0)
        {
            Skip = "Missing here: " + string.Join(", ", missing);
        }
    }

    public Requirement Requirement { get; }

    private static bool IsMet(Requirement one) => one switch
    {
        Requirement.Linux => OperatingSystem.IsLinux(),
        Requirement.Root => Environment.IsPrivilegedProcess,
        Requirement.Strace => HasProgram("strace"),
        Requirement.Setpriv => HasProgram("setpriv"),
        Requirement.Mount => HasProgram("mount") && Environment.IsPrivilegedProcess && CanMount.Value,
        Requirement.Sqlite3 => HasProgram("sqlite3"),
        Requirement.TimeNamespace => HasProgram("unshare") && CanSleep.Value,
        Requirement.Faketime => HasProgram("faketime"),
        Requirement.PostgreSql => PostgresServer.Programs is not null && (!Environment.IsPrivilegedProcess || HasProgram("setpriv")),
        Requirement.Chromium => HasProgram("chromium"),
        Requirement.Firefox => HasProgram("firefox-esr"),
        Requirement.Npm => HasProgram("npm"),
        _ => true,
    };

    private static readonly Lazy<bool> CanSleep = new(static () =>
        ChildProcess.Run("unshare", "--time", "--boottime", "600", "--fork", "true").ExitCode == 0);

    private static readonly Lazy<bool> CanMount = new(static () =>
    {
        using var folder = new TemporaryFolder();
        if (ChildProcess.Run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", folder.Path).ExitCode != 0)
        {
            return false;
        }

        return ChildProcess.Run("umount", folder.Path).ExitCode == 0;
    });

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty)
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, name)));
}
