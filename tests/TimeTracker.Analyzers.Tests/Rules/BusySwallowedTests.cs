using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class BusySwallowedTests
{
    [Fact]
    public Task LoggedAndForgotten_IsRethrown() => Verify.Fixes<BusySwallowedAnalyzer, BusySwallowedFix>(
        """
        public class Store(SqliteConnection connection)
        {
            public void Save()
            {
                try
                {
                    connection.Execute("DELETE FROM a");
                }
                [|catch|] (SqliteException e) when (e.SqliteErrorCode == 5)
                {
                    Console.WriteLine(e.Message);
                }
            }
        }
        """,
        """
        public class Store(SqliteConnection connection)
        {
            public void Save()
            {
                try
                {
                    connection.Execute("DELETE FROM a");
                }
                catch (SqliteException e) when (e.SqliteErrorCode == 5)
                {
                    Console.WriteLine(e.Message);
                    throw;
                }
            }
        }
        """);
}
