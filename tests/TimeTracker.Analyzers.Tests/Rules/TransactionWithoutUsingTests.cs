using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class TransactionWithoutUsingTests
{
    [Fact]
    public Task Transactions_AreHeldInUsingDeclarations()
        => Verify.Fixes<TransactionWithoutUsingAnalyzer, TransactionWithoutUsingFix>(
        """
        public class Store(NpgsqlConnection connection)
        {
            public async Task Save()
            {
                // The one.
                var one = [|connection.BeginTransaction()|];
                one.Commit();
                var two = await [|connection.BeginTransactionAsync()|];
                await two.CommitAsync();
            }
        }
        """,
        """
        public class Store(NpgsqlConnection connection)
        {
            public async Task Save()
            {
                // The one.
                using var one = connection.BeginTransaction();
                one.Commit();
                await using var two = await connection.BeginTransactionAsync();
                await two.CommitAsync();
            }
        }
        """);
}
