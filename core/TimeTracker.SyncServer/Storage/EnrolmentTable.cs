using TimeTracker.Domain;
using TimeTracker.Sqlite;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Storage;

/// <summary>The devices that were let in, by the hashes of their tokens.</summary>
internal static class EnrolmentTable
{
    /// <summary>Lets a device in, unless it is in or was shut out since.</summary>
    internal static void Add(
        LogTransaction transaction, Guid enrolment, UserId user, string name, ChainHash token, Instant now) =>
        transaction.Command("""
            INSERT INTO enrolment(enrolment_id, user_id, name, token_hash, enrolled_utc)
            VALUES(@enrolment_id, @user_id, @name, @token_hash, @enrolled_utc)
            ON CONFLICT (enrolment_id) DO NOTHING
            """)
            .Bind(enrolment.Bytes(), user.Value.Bytes(), name, token.ToArray(), now.Microseconds).ExecuteNonQuery();

    internal static Caller? Find(ISnapshot snapshot, ChainHash token)
    {
        using var row = snapshot.Command(
            "SELECT user_id, enrolment_id FROM enrolment WHERE token_hash = @token_hash AND revoked_utc IS NULL")
            .Bind(token.ToArray()).ExecuteReader();
        return row.Read() ? new(new UserId(row.Id(0)), row.Id(1)) : null;
    }

    internal static IReadOnlyList<EnrolledDevice> Of(ISnapshot snapshot, Caller caller, int rowsMax)
    {
        using var row = snapshot.Command("""
            SELECT enrolment_id, name, enrolled_utc, revoked_utc FROM enrolment
            WHERE user_id = @user_id ORDER BY enrolled_utc DESC, enrolment_id LIMIT @rows_max
            """).Bind(caller.User.Value.Bytes(), (long)rowsMax).ExecuteReader();
        var devices = new List<EnrolledDevice>();
        while (row.Read())
        {
            var id = row.Id(0);
            Instant? revoked = row.IsDBNull(3) ? null : row.Instant(3);
            devices.Add(new(id, row.GetString(1), row.Instant(2), revoked, id == caller.Enrolment));
        }

        return devices;
    }

    /// <returns>False where the user has no such device.</returns>
    internal static bool Revoke(LogTransaction transaction, UserId user, Guid enrolment, Instant now) =>
        transaction.Command("""
            UPDATE enrolment SET revoked_utc = coalesce(revoked_utc, @now)
            WHERE enrolment_id = @enrolment_id AND user_id = @user_id
            """).Bind(now.Microseconds, enrolment.Bytes(), user.Value.Bytes()).ExecuteNonQuery() == 1;
}
