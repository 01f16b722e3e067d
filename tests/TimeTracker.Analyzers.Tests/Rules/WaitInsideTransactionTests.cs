using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class WaitInsideTransactionTests
{
    [Fact]
    public Task Delay_WhileATransactionIsOpen_IsFound() => Verify.Finds<WaitInsideTransactionAnalyzer>(
        """
        public class Store(MySqlConnection connection)
        {
            public void Run()
            {
                using var a = connection.BeginTransaction();
                [|System.Threading.Thread.Sleep(1)|];
                a.Commit();
                System.Threading.Thread.Sleep(1);
            }
        }
        """);
}
