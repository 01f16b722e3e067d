using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class SeveralWritesTests
{
    [Fact]
    public Task TwoWrites_AreWrappedTogether() => Verify.Fixes<SeveralWritesAnalyzer, SeveralWritesFix>(
        """
        public class Store
        {
            public void Save(NpgsqlDataSource source)
            {
                using var connection = source.OpenConnection();
                connection.Execute("DELETE FROM a");
                Console.WriteLine("between");
                [|connection.Execute("DELETE FROM b")|];
                Console.WriteLine("after");
            }
        }
        """,
        """
        public class Store
        {
            public void Save(NpgsqlDataSource source)
            {
                using var connection = source.OpenConnection();
                using var transaction = connection.BeginTransaction();
                connection.Execute("DELETE FROM a", transaction: transaction);
                Console.WriteLine("between");
                connection.Execute("DELETE FROM b", transaction: transaction);
                transaction.Commit();
                Console.WriteLine("after");
            }
        }
        """);

    [Fact]
    public Task WriteInALoop_IsWrappedWithTheLoop() => Verify.Fixes<SeveralWritesAnalyzer, SeveralWritesFix>(
        """
        public class Store(SqliteConnection connection)
        {
            public void Save(int[] ids)
            {
                foreach (var id in ids)
                {
                    [|connection.Execute("DELETE FROM a WHERE id = @id", new { id })|];
                }
            }
        }
        """,
        """
        public class Store(SqliteConnection connection)
        {
            public void Save(int[] ids)
            {
                using var transaction = connection.BeginTransaction();
                foreach (var id in ids)
                {
                    connection.Execute("DELETE FROM a WHERE id = @id", new { id }, transaction: transaction);
                }
                transaction.Commit();
            }
        }
        """);
}
