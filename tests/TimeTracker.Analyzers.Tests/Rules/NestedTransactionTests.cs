using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class NestedTransactionTests
{
    [Fact]
    public Task Begin_WhileOneIsOpen_IsFound() => Verify.Finds<NestedTransactionAnalyzer>(
        """
        public class Store(MySqlConnection connection)
        {
            public void Run()
            {
                using var a = connection.BeginTransaction();
                using var b = [|connection.BeginTransaction()|];
                b.Commit();
                a.Commit();
            }
        }
        """);
}
