// One violation of each rule that is an error in this repository. Compiled only to see that the build refuses it.
using Microsoft.Data.Sqlite;

namespace TimeTracker.Seeds;

internal static class Violations
{
    internal static void TT0001(string file)
    {
        using var connection = new SqliteConnection(file);
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM a";
        command.ExecuteNonQuery();
    }

    internal static void TT0002(string file)
    {
        using var connection = new SqliteConnection(file);
        using var transaction = connection.BeginTransaction();
        using var command = new SqliteCommand("DELETE FROM a", connection, transaction);
        command.ExecuteNonQuery();
    }

    internal static void TT0003(string file)
    {
        using var connection = new SqliteConnection(file);
        using var first = new SqliteCommand("DELETE FROM a", connection);
        using var second = new SqliteCommand("DELETE FROM b", connection);
        first.ExecuteNonQuery();
        second.ExecuteNonQuery();
    }

    internal static void TT0004(SqliteConnection connection)
    {
        using var command = new SqliteCommand("DELETE FROM a", connection);
        command.ExecuteNonQuery();
    }

    internal static void TT0005(string file)
    {
        using var connection = new SqliteConnection(file);
        using var transaction = connection.BeginTransaction();
        using var command = new SqliteCommand("DELETE FROM a", connection);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    internal static void TT0006(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Thread.Sleep(1);
        transaction.Commit();
    }

    internal static void TT0007(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: true);
        using var command = new SqliteCommand("DELETE FROM a", connection, transaction);
        command.ExecuteNonQuery();
        transaction.Commit();
    }

    internal static void TT0008(string file)
    {
        using var connection = new SqliteConnection(file);
        using (var transaction = connection.BeginTransaction())
        {
            using var state = new SqliteCommand("DELETE FROM a", connection, transaction);
            state.ExecuteNonQuery();
            transaction.Commit();
        }

        using var command = new SqliteCommand("INSERT INTO outbox VALUES (1)", connection);
        command.ExecuteNonQuery();
    }

    internal static void TT0009(string file)
    {
        using var connection = new SqliteConnection(file);
        try
        {
            using var command = new SqliteCommand("DELETE FROM a", connection);
            command.ExecuteNonQuery();
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == 5)
        {
            Console.WriteLine(exception.Message);
        }
    }

    internal static TimeSpan TT0010(Action work)
    {
        var start = DateTime.UtcNow;
        work();
        return DateTime.UtcNow - start;
    }

    internal static void TT0012(SqliteConnection connection)
    {
        var transaction = connection.BeginTransaction();
        transaction.Commit();
    }

    internal static void TT0013(SqliteConnection connection)
    {
        using var outer = connection.BeginTransaction();
        using var inner = connection.BeginTransaction();
        inner.Commit();
        outer.Commit();
    }

    internal static void TT0014(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "x");
        http.Send(request);
    }

    internal static void TT0015(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        File.Delete("x");
        transaction.Commit();
    }
}
