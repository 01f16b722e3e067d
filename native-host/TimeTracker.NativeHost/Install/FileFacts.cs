namespace TimeTracker.NativeHost.Install;

/// <summary>What matters of a file that a browser reads or starts.</summary>
/// <param name="Exists">Whether it is there.</param>
/// <param name="IsExecutable">Whether somebody may start it.</param>
/// <param name="IsOpenToAll">Whether any user of the machine can replace it: it, or a folder above, is writable to
/// all.</param>
/// <param name="HasLibrary">Whether SQLite's library lies beside it.</param>
internal sealed record FileFacts(bool Exists, bool IsExecutable, bool IsOpenToAll, bool HasLibrary)
{
    private const UnixFileMode AnyExecute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    internal static FileFacts Of(string path)
    {
        var exists = File.Exists(path);
        var folder = Path.GetDirectoryName(path);
        var hasLibrary = Directory.Exists(folder) && Directory.EnumerateFiles(folder, "*e_sqlite3*", new EnumerationOptions
        {
            // A build that is not published keeps it two folders further down.
            RecurseSubdirectories = true,
            MaxRecursionDepth = 3,
        }).Any();
        if (OperatingSystem.IsWindows())
        {
            return new(exists, exists, IsOpenToAll: false, hasLibrary);
        }

        return new(
            exists, exists && (File.GetUnixFileMode(path) & AnyExecute) != 0,
            Above(path).Any(one => Path.Exists(one) && IsWritableToAll(one)), hasLibrary);

        static bool IsWritableToAll(string one)
        {
            // In a folder like /tmp the sticky bit keeps others from replacing what is not theirs.
            var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(one);
            return mode.HasFlag(UnixFileMode.OtherWrite) && !mode.HasFlag(UnixFileMode.StickyBit);
        }
    }

    private static IEnumerable<string> Above(string path)
    {
        for (var one = path; !string.IsNullOrEmpty(one); one = Path.GetDirectoryName(one))
        {
            yield return one;
        }
    }
}
