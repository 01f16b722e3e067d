using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class CallerSuppliedConnectionTests
{
    [Fact]
    public Task Write_OnAParameter_IsMadeADemand()
        => Verify.Fixes<CallerSuppliedConnectionAnalyzer, CallerSuppliedConnectionFix>(
        """
        public static class Store
        {
            public static void Save(IDbConnection connection)
            {
                [|connection.Execute("DELETE FROM a")|];
                connection.Execute("DELETE FROM b");
            }
        }
        """,
        """
        public static class Store
        {
            [RequiresTransaction]
            public static void Save(IDbConnection connection)
            {
                connection.Execute("DELETE FROM a");
                connection.Execute("DELETE FROM b");
            }
        }
        """);
}
