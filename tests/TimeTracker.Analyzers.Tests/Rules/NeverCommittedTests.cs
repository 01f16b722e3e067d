using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class NeverCommittedTests
{
    [Fact]
    public Task Commit_IsPutBeforeTheReturn_AndAfterTheReturnedWrite()
        => Verify.Fixes<NeverCommittedAnalyzer, NeverCommittedFix>(
        """
        public class Store(SqliteConnection connection)
        {
            public int Save()
            {
                using var transaction = [|connection.BeginTransaction()|];
                return connection.Execute("DELETE FROM a", transaction: transaction);
            }
        }
        """,
        """
        public class Store(SqliteConnection connection)
        {
            public int Save()
            {
                using var transaction = connection.BeginTransaction();
                var result = connection.Execute("DELETE FROM a", transaction: transaction);
                transaction.Commit();
                return result;
            }
        }
        """);

    [Fact]
    public Task Scope_IsCompleted() => Verify.Fixes<NeverCommittedAnalyzer, NeverCommittedFix>(
        """
        public class Store(SqliteConnection connection)
        {
            public void Save()
            {
                using (var scope = [|new TransactionScope()|])
                {
                    connection.Execute("DELETE FROM a");
                }
            }
        }
        """,
        """
        public class Store(SqliteConnection connection)
        {
            public void Save()
            {
                using (var scope = new TransactionScope())
                {
                    connection.Execute("DELETE FROM a");
                    scope.Complete();
                }
            }
        }
        """);
}
