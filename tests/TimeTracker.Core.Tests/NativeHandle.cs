using Microsoft.Data.Sqlite;
using SQLitePCL;
using TimeTracker.Sqlite;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests;

/// <summary>What can be done to a database's writing connection behind its back.</summary>
internal static class NativeHandle
{
    /// <summary>From now on no sync of the log succeeds.</summary>
    internal static void FailSyncs(this Database database) => database.OnConnection(FailingDisk.Under);

    /// <summary>From now on no commit is let through, or each again.</summary>
    internal static void RefuseCommits(this Database database, bool refuse = true) =>
        database.OnConnection(connection => raw.sqlite3_commit_hook(connection, refuse ? _ => 1 : null, null));

    private static void OnConnection(this Database database, Action<sqlite3> act)
    {
#pragma warning disable TT0002 // It only asks for the connection.
        using var transaction = database.BeginWrite();
#pragma warning restore TT0002
        act(((SqliteCommand)transaction.Command("SELECT 1")).Connection!.Handle!);
    }
}
