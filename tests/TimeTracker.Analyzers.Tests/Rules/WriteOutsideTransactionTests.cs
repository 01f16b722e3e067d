using Microsoft.CodeAnalysis.CSharp;
using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class WriteOutsideTransactionTests
{
    [Fact]
    public Task Write_OnAnOpenedConnection_IsWrapped_AndItsCommandEnlisted()
        => Verify.Fixes<WriteOutsideTransactionAnalyzer, WriteOutsideTransactionFix>(
        """
        public class Store
        {
            public int Save(string at)
            {
                using var connection = new SqliteConnection(at);
                connection.Open();
                var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO t VALUES (1)";
                return [|command.ExecuteNonQuery()|];
            }
        }
        """,
        """
        public class Store
        {
            public int Save(string at)
            {
                using var connection = new SqliteConnection(at);
                connection.Open();
                var command = connection.CreateCommand();
                command.CommandText = "INSERT INTO t VALUES (1)";
                using var transaction = connection.BeginTransaction();
                command.Transaction = transaction;
                var result = command.ExecuteNonQuery();
                transaction.Commit();
                return result;
            }
        }
        """);

    [Fact]
    public Task Write_InAnAsyncMethod_IsWrappedAsync()
        => Verify.Fixes<WriteOutsideTransactionAnalyzer, WriteOutsideTransactionFix>(
        """
        public class Store
        {
            public async Task Save(string at)
            {
                using var connection = new SqliteConnection(at);
                connection.Open();
                await [|connection.ExecuteAsync("UPDATE t SET a = 1")|];
                Console.WriteLine("done");
            }
        }
        """,
        """
        public class Store
        {
            public async Task Save(string at)
            {
                using var connection = new SqliteConnection(at);
                connection.Open();
                await using var transaction = await connection.BeginTransactionAsync();
                await connection.ExecuteAsync("UPDATE t SET a = 1", transaction: transaction);
                await transaction.CommitAsync();
                Console.WriteLine("done");
            }
        }
        """);

    [Fact]
    public Task Write_InOldLanguage_HasNoFix()
        => Verify.Fixes<WriteOutsideTransactionAnalyzer, WriteOutsideTransactionFix>(
        Old, Old, LanguageVersion.CSharp7_3);

    [Fact]
    public Task WriteMethod_NamedInConfiguration_IsAWrite()
        => Verify.Fixes<WriteOutsideTransactionAnalyzer, WriteOutsideTransactionFix>(
        Configured, Configured, settings: "timetracker.write_methods = Legacy.Append");

    [Fact]
    public Task SaveChanges_WhereAsked_NeedsATransactionOfItsOwn()
        => Verify.Fixes<WriteOutsideTransactionAnalyzer, WriteOutsideTransactionFix>(
        """
        public class Saver(DbContext db)
        {
            public void Save()
            {
                [|db.SaveChanges()|];
            }
        }
        """,
        """
        public class Saver(DbContext db)
        {
            public void Save()
            {
                using var transaction = db.Database.BeginTransaction();
                db.SaveChanges();
                transaction.Commit();
            }
        }
        """,
        settings: "timetracker.save_changes_needs_transaction = true");

    private const string Configured = """
        public class Legacy
        {
            public void Append() { }
        }

        public class Store(Legacy legacy)
        {
            public void Save() => [|legacy.Append()|];
        }
        """;

    private const string Old = """
        using Microsoft.Data.Sqlite;

        public class Store
        {
            public void Save(string at)
            {
                using (var connection = new SqliteConnection(at))
                {
                    var command = new SqliteCommand("DELETE FROM t", connection);
                    [|command.ExecuteNonQuery()|];
                }
            }
        }
        """;
}
