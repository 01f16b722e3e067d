using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.SyncServer.Storage;

/// <summary>The one-time codes, by their hashes.</summary>
internal static class CodeTable
{
    internal static void Add(LogTransaction transaction, UserId user, ChainHash code, byte[] salt, Instant expires) =>
        transaction.Command("""
            INSERT INTO enrolment_code(code_hash, user_id, salt, expires_utc)
            VALUES(@code_hash, @user_id, @salt, @expires_utc)
            """).Bind(code.ToArray(), user.Value.Bytes(), salt, expires.Microseconds).ExecuteNonQuery();

    internal static void RemoveExpired(LogTransaction transaction, Instant now) => transaction.Command(
        "DELETE FROM enrolment_code WHERE expires_utc <= @now").Bind(now.Microseconds).ExecuteNonQuery();

    /// <summary>Gives the code to the request, where nobody has used it.</summary>
    internal static void Use(LogTransaction transaction, ChainHash code, Guid enrolment, ChainHash key) =>
        transaction.Command("""
            UPDATE enrolment_code SET enrolment_id = @enrolment_id, used_by_hash = @used_by_hash
            WHERE code_hash = @code_hash AND enrolment_id IS NULL
            """).Bind(enrolment.Bytes(), key.ToArray(), code.ToArray()).ExecuteNonQuery();

    /// <summary>
    /// What the code gives to the request that used it; null where another one did, or none, or it has expired.
    /// </summary>
    internal static UsedCode? Find(ISnapshot snapshot, ChainHash code, ChainHash key, Instant now)
    {
        using var row = snapshot.Command("""
            SELECT enrolment_id, account.user_id, name, salt
            FROM enrolment_code JOIN account ON account.user_id = enrolment_code.user_id
            WHERE code_hash = @code_hash AND used_by_hash = @used_by_hash AND expires_utc > @now
            """).Bind(code.ToArray(), key.ToArray(), now.Microseconds).ExecuteReader();
        return row.Read()
            ? new(row.Id(0), new UserId(row.Id(1)), row.GetString(2), row.GetFieldValue<byte[]>(3))
            : null;
    }

    /// <summary>A code that was used.</summary>
    internal sealed record UsedCode(Guid Enrolment, UserId User, string UserName, byte[] Salt);
}
