using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TimeTracker.Sqlite.Connections;

/// <summary>
/// What every connection is set to, and reads back, before it is used. SQLite ignores an unknown or refused pragma in
/// silence, so only the answer counts.
/// </summary>
internal static class ConnectionSettings
{
    /// <summary>Older versions may lose a commit: two connections that reset the log at once.</summary>
    public static readonly Version OldestSqlite = new(3, 51, 3);

    public static void Apply(SqliteConnection connection, ConnectionRole role, int busyTimeoutMilliseconds, string path)
    {
        CheckVersion(Ask(connection, "SELECT sqlite_version()"), path);
        foreach (var setting in For(role, busyTimeoutMilliseconds))
        {
            _ = Ask(connection, $"PRAGMA {setting.Name} = {setting.Value}");
            var answer = Ask(connection, $"PRAGMA {setting.Name}");
            if (answer != setting.Expected)
            {
                throw new DatabaseException(
                    DatabaseFault.SettingRefused,
                    $"{path}: {setting.Name} is '{answer}' after it was set to '{setting.Value}'.");
            }
        }
    }

    public static IEnumerable<ConnectionSetting> For(ConnectionRole role, int busyTimeoutMilliseconds)
    {
        yield return BusyTimeout(busyTimeoutMilliseconds);
        yield return new("foreign_keys", "1", "1");
        yield return new("trusted_schema", "0", "0");
        yield return new("synchronous", "FULL", "2");
        if (role != ConnectionRole.ImmutableReader)
        {
            yield return new("journal_mode", "WAL", "wal");
        }

        // The log stays as long as it has grown and is overwritten from its start: a commit of 6 pages took 185 µs then
        // and 256 µs while it was appended to. Other checkpoint intervals lay within the noise.
        yield return new("journal_size_limit", "-1", "-1");
        yield return new("wal_autocheckpoint", "1000", "1000");
        if (role != ConnectionRole.Writer)
        {
            yield return new("query_only", "1", "1");
        }

        // Without them fsync leaves the data in the drive's cache on macOS; elsewhere they change nothing.
        yield return new("fullfsync", "1", "1");
        yield return new("checkpoint_fullfsync", "1", "1");
    }

    /// <summary>Set before the first read as well, so that even that one waits for a lock.</summary>
    public static void WaitForLocks(SqliteConnection connection, int busyTimeoutMilliseconds) =>
        _ = Ask(connection, $"PRAGMA busy_timeout = {BusyTimeout(busyTimeoutMilliseconds).Value}");

    public static void CheckVersion(string answer, string path)
    {
        if (!Version.TryParse(answer, out var version) || version < OldestSqlite)
        {
            throw new DatabaseException(
                DatabaseFault.SettingRefused, $"{path}: SQLite {answer} is older than {OldestSqlite}.");
        }
    }

    public static string Ask(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return string.Create(CultureInfo.InvariantCulture, $"{command.ExecuteScalar()}");
    }

    private static ConnectionSetting BusyTimeout(int milliseconds)
    {
        var value = milliseconds.ToString(CultureInfo.InvariantCulture);
        return new("busy_timeout", value, value);
    }
}
