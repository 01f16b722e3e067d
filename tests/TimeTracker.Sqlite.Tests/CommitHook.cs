using SQLitePCL;

namespace TimeTracker.Sqlite.Tests;

internal static class CommitHook
{
    /// <summary>Runs something inside COMMIT, after SQLite began to run it.</summary>
    public static void RunDuringCommit(this WriteTransaction transaction, Action action)
    {
        var command = (Connections.EnlistedCommand)transaction.Command(Notes.CountAll);
        raw.sqlite3_commit_hook(
            command.Connection!.Handle,
            _ =>
            {
                action();
                return 0;
            },
            null);
    }
}
