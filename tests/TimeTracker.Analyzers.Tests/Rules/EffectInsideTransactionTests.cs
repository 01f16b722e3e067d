using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class EffectInsideTransactionTests
{
    [Fact]
    public Task FileDelete_BeforeTheCommit_IsFound() => Verify.Finds<EffectInsideTransactionAnalyzer>(
        """
        public class Store(MySqlConnection connection)
        {
            public void Run()
            {
                using var a = connection.BeginTransaction();
                [|System.IO.File.Delete("x")|];
                a.Commit();
                System.IO.File.Delete("y");
            }
        }
        """);
}
