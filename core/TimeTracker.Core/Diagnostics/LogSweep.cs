namespace TimeTracker.Core.Diagnostics;

/// <summary>Keeps the logs of all processes to 7 days and 10 MB.</summary>
internal static class LogSweep
{
    internal const long TotalBytesMax = 10 * 1024 * 1024;

    internal static readonly TimeSpan AgeMax = TimeSpan.FromDays(7);

    internal static string FolderOf(string dataFolder) => Path.Combine(dataFolder, "log");

    /// <summary>Deletes what is too old, then the oldest of what is too much.</summary>
    internal static void Run(string dataFolder, DateTimeOffset now)
    {
        var folder = new DirectoryInfo(FolderOf(dataFolder));
        if (!folder.Exists)
        {
            return;
        }

        var newestFirst = folder.GetFiles("*.log").OrderByDescending(file => file.LastWriteTimeUtc).ToArray();
        foreach (var file in TooMuch([.. newestFirst.Select(file => (file.Length, new DateTimeOffset(file.LastWriteTimeUtc)))], now)
            .Select(index => newestFirst[index]))
        {
            try
            {
                file.Delete();
            }
            catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
            {
                // Another process writes it, on a system that keeps such files; the next sweep finds it again.
            }
        }
    }

    /// <summary>Which of the files, newest first, are to go.</summary>
    internal static IEnumerable<int> TooMuch(IReadOnlyList<(long Bytes, DateTimeOffset Written)> newestFirst, DateTimeOffset now)
    {
        var total = 0L;
        for (var index = 0; index < newestFirst.Count; index++)
        {
            total += newestFirst[index].Bytes;
            if (total > TotalBytesMax || now - newestFirst[index].Written > AgeMax)
            {
                yield return index;
            }
        }
    }
}
