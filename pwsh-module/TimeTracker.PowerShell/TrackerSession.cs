using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>The process's open trackers: one for each data folder, shared by all runspaces.</summary>
internal static class TrackerSession
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Tracker> Open = [];

    /// <summary>The tracker of the data folder that is named now, opened by whoever asks first.</summary>
    internal static Tracker Current()
    {
        var folder = DataFolder.Default();
        lock (Gate)
        {
            if (!Open.TryGetValue(folder, out var tracker))
            {
                tracker = Tracker.Open(new TrackerOptions
                {
                    Folder = folder,
                    KeepsWatch = SessionKind.IsInteractive(Environment.GetCommandLineArgs(), Console.IsInputRedirected),
                });
                Open.Add(folder, tracker);
                ModuleLife.CloseWith(CloseAll);
            }

            return tracker;
        }
    }

    /// <summary>Whether there is a store yet; asking makes none.</summary>
    internal static bool StoreExists() => File.Exists(Path.Combine(DataFolder.Default(), DataFolder.DatabaseName));

    /// <summary>Closes one whose file is gone, so that the next command opens what is there now.</summary>
    internal static void Forget(Tracker tracker)
    {
        lock (Gate)
        {
            foreach (var folder in Open.Where(pair => pair.Value == tracker).Select(pair => pair.Key).ToArray())
            {
                Open.Remove(folder);
            }
        }

        tracker.Dispose();
    }

    private static void CloseAll()
    {
        lock (Gate)
        {
            foreach (var tracker in Open.Values)
            {
                tracker.Dispose();
            }

            Open.Clear();
        }
    }
}
