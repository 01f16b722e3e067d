using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class OutboxOutsideTransactionTests
{
    [Fact]
    public Task OutboxRow_AfterTheCommit_IsFound() => Verify.Finds<OutboxOutsideTransactionAnalyzer>(
        """
        public class Store(MySqlConnection connection)
        {
            public void Run()
            {
                using (var a = connection.BeginTransaction()) {
                connection.Execute("DELETE FROM t", null, a);
                a.Commit();
                }
                [|connection.Execute("INSERT INTO outbox VALUES (1)")|];
            }
        }
        """);
}
