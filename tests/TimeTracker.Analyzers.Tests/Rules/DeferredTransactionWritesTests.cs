using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class DeferredTransactionWritesTests
{
    [Fact]
    public Task DeferredThatWrites_TakesItsLockAtTheBegin()
        => Verify.Fixes<DeferredTransactionWritesAnalyzer, DeferredTransactionWritesFix>(
        """
        public class Store(SqliteConnection connection)
        {
            public void Save()
            {
                using var transaction = [|connection.BeginTransaction(deferred: true)|];
                connection.Execute("DELETE FROM a");
                transaction.Commit();
            }
        }
        """,
        """
        public class Store(SqliteConnection connection)
        {
            public void Save()
            {
                using var transaction = connection.BeginTransaction(deferred: false);
                connection.Execute("DELETE FROM a");
                transaction.Commit();
            }
        }
        """);

    [Fact]
    public Task RawBegin_ThatWrites_IsFound() => Verify.Finds<DeferredTransactionWritesAnalyzer>(
        """
        public class Store(SqliteConnection connection)
        {
            public void Save()
            {
                [|connection.Execute("BEGIN")|];
                connection.Execute("DELETE FROM a");
                connection.Execute("COMMIT");
            }
        }
        """);
}
