using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests;

/// <summary>A change that a test makes to a store, where no command does.</summary>
internal static class DatabaseWrites
{
    internal static void Change(this Database database, Action<WriteTransaction> change)
    {
        using var transaction = database.BeginWrite();
        change(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }
}
