using SQLitePCL;
using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests;

/// <summary>What can be done to a transaction's connection behind its back.</summary>
internal static class NativeHandle
{
    public static sqlite3 Handle(this WriteTransaction transaction) =>
        ((Connections.EnlistedCommand)transaction.Command(Notes.CountAll)).Connection!.Handle!;

    /// <summary>From now on no sync of the log succeeds.</summary>
    public static void FailSyncs(this WriteTransaction transaction) => FailingDisk.Under(transaction.Handle());

    /// <summary>Runs something inside COMMIT, after SQLite began to run it.</summary>
    public static void RunDuringCommit(this WriteTransaction transaction, Action action) =>
        raw.sqlite3_commit_hook(
            transaction.Handle(),
            _ =>
            {
                action();
                return 0;
            },
            null);
}
