using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class NotEnlistedTests
{
    [Fact]
    public Task DapperCall_IsGivenTheTransaction() => Verify.Fixes<NotEnlistedAnalyzer, NotEnlistedFix>(
        """
        public class Store(MySqlConnection connection)
        {
            public void Save()
            {
                using var open = connection.BeginTransaction();
                [|connection.Execute("DELETE FROM a")|];
                [|connection.Execute("DELETE FROM b", null, null)|];
                open.Commit();
            }
        }
        """,
        """
        public class Store(MySqlConnection connection)
        {
            public void Save()
            {
                using var open = connection.BeginTransaction();
                connection.Execute("DELETE FROM a", transaction: open);
                connection.Execute("DELETE FROM b", null, open);
                open.Commit();
            }
        }
        """);

    [Fact]
    public Task Command_IsGivenTheTransactionBeforeItRuns() => Verify.Fixes<NotEnlistedAnalyzer, NotEnlistedFix>(
        """
        public class Store(MySqlConnection connection)
        {
            public void Save()
            {
                using var open = connection.BeginTransaction();
                using var command = new MySqlCommand("DELETE FROM a", connection);
                [|command.ExecuteNonQuery()|];
                open.Commit();
            }
        }
        """,
        """
        public class Store(MySqlConnection connection)
        {
            public void Save()
            {
                using var open = connection.BeginTransaction();
                using var command = new MySqlCommand("DELETE FROM a", connection);
                command.Transaction = open;
                command.ExecuteNonQuery();
                open.Commit();
            }
        }
        """);
}
