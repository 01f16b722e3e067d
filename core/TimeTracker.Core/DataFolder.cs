namespace TimeTracker.Core;

/// <summary>Where a person's store lies.</summary>
public static class DataFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "TIMETRACKER_HOME";

    /// <summary>The store's file in the folder.</summary>
    public const string DatabaseName = "timetracker.db";

    /// <summary>
    /// TIMETRACKER_HOME where it is set, else the platform's folder for applications' data: XDG_DATA_HOME/timetracker
    /// (by default ~/.local/share), %LOCALAPPDATA%\TimeTracker, or ~/Library/Application Support/TimeTracker.
    /// </summary>
    /// <exception cref="StoreException">Neither is known, or the folder that is named depends on the current one.</exception>
    public static string Default()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Named(named);
        }

        // LocalApplicationData is XDG_DATA_HOME on Linux, but the Library folder has another name on macOS.
        var (root, name) = OperatingSystem.IsMacOS()
            ? (Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "TimeTracker")
            : (Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
                OperatingSystem.IsWindows() ? "TimeTracker" : "timetracker");
        return root.Length > 0 ? Path.Combine(root, name) : throw new StoreException(
            StoreFault.CannotOpen, "This user has no home folder.", $"Name a data folder in {Variable}.");
    }

    // A path that starts from the current folder would begin a new store in each folder that one works in.
    private static string Named(string path)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var expanded = path == "~" ? home : path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(home, path[2..]) : path;
        return Path.IsPathFullyQualified(expanded) ? Path.GetFullPath(expanded) : throw new StoreException(
            StoreFault.CannotOpen,
            $"{Variable} is '{path}', which would be another folder wherever you work. Nothing was opened.",
            $"Set {Variable} to a full path, such as ~/timetracker.");
    }
}
