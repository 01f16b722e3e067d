using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The server that the store is connected to, and how talking to it goes: no row where there is none.</summary>
internal static class SyncStatusTable
{
    internal static SyncConnection? Read(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT server, user, enrolment_id, attempts, next_utc, success_utc, restarts, circuit, paused, problem FROM sync_status
            """).ExecuteReader();
        return row.Read()
            ? new(new Uri(row.GetString(0)), row.GetString(1), row.Id(2))
            {
                Attempts = row.GetInt32(3),
                NextAttempt = Time(4),
                LastSuccess = Time(5),
                Restarts = row.GetInt32(6),
                IsCircuitOpen = row.GetString(7) == "open",
                IsShutOut = row.GetBoolean(8),
                Problem = row.IsDBNull(9) ? null : row.GetString(9),
            }
            : null;

        DateTimeOffset? Time(int column) =>
            row.IsDBNull(column) ? null : DateTimeOffset.UnixEpoch.AddMicroseconds(row.GetInt64(column));
    }

    /// <summary>Connects to a server; of another one nothing is left.</summary>
    internal static void Connect(WriteTransaction transaction, Uri server, string user, Guid enrolment) =>
        transaction.Command("""
            INSERT INTO sync_status (id, server, user, enrolment_id) VALUES (1, $server, $user, $enrolment_id)
            ON CONFLICT (id) DO UPDATE SET
              server = excluded.server, user = excluded.user, enrolment_id = excluded.enrolment_id,
              attempts = 0, next_utc = NULL, success_utc = NULL, restarts = 0, circuit = 'closed', paused = 0, problem = NULL
            """).Bind(server.AbsoluteUri, user, enrolment.Bytes()).ExecuteNonQuery();

    internal static void Disconnect(WriteTransaction transaction) =>
        transaction.Command("DELETE FROM sync_status").ExecuteNonQuery();

    internal static void Succeeded(WriteTransaction transaction, long nowUtc) => transaction.Command("""
        UPDATE sync_status SET
          attempts = 0, next_utc = NULL, success_utc = $now, circuit = 'closed', paused = 0, problem = NULL
        """).Bind(nowUtc).ExecuteNonQuery();

    internal static void Failed(WriteTransaction transaction, int attempts, long nextUtc, string problem, bool isCircuitOpen) =>
        transaction.Command("""
            UPDATE sync_status SET attempts = $attempts, next_utc = $next, problem = $problem, circuit = $circuit
            """).Bind((long)attempts, nextUtc, problem, isCircuitOpen ? "open" : "closed").ExecuteNonQuery();

    /// <summary>A sync that a person asked for failed: what the worker counts and waits for stays as it is.</summary>
    internal static void Troubled(WriteTransaction transaction, string problem) =>
        transaction.Command("UPDATE sync_status SET problem = $problem").Bind(problem).ExecuteNonQuery();

    /// <summary>The server lets this device in no more: attempts end until a person connects again.</summary>
    internal static void ShutOut(WriteTransaction transaction, string problem) =>
        transaction.Command("UPDATE sync_status SET paused = 1, problem = $problem").Bind(problem).ExecuteNonQuery();

    /// <summary>The worker ended, and begins again.</summary>
    internal static void Restarted(WriteTransaction transaction, string problem) =>
        transaction.Command("UPDATE sync_status SET restarts = restarts + 1, problem = $problem").Bind(problem).ExecuteNonQuery();
}
