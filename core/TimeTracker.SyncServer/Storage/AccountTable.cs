using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Storage;

/// <summary>The users, and where the feed of each ends.</summary>
internal static class AccountTable
{
    /// <summary>The feed's last row, or null where there is no such user.</summary>
    internal static FeedCursor? Head(ISnapshot snapshot, UserId user) => ReadHead(snapshot.Command(
        "SELECT feed_no, chain FROM account WHERE user_id = @user_id").Bind(user.Value.Bytes()));

    /// <summary>The same, and nobody else holds or changes it until this transaction has ended.</summary>
    internal static FeedCursor? HoldHead(LogTransaction transaction, UserId user) => ReadHead(transaction.Command(
        "UPDATE account SET feed_no = feed_no WHERE user_id = @user_id RETURNING feed_no, chain")
        .Bind(user.Value.Bytes()));

    internal static void SetHead(LogTransaction transaction, UserId user, FeedCursor head) => transaction.Command(
        "UPDATE account SET feed_no = @feed_no, chain = @chain WHERE user_id = @user_id")
        .Bind(head.FeedNo, head.Chain.ToArray(), user.Value.Bytes()).ExecuteNonQuery();

    /// <returns>False where the name is taken.</returns>
    internal static bool Add(LogTransaction transaction, UserId user, string name, Instant created) =>
        transaction.Command("""
            INSERT INTO account(user_id, name, chain, created_utc) VALUES(@user_id, @name, @chain, @created_utc)
            ON CONFLICT (name) DO NOTHING
            """).Bind(user.Value.Bytes(), name, ChainHash.Origin.ToArray(), created.Microseconds).ExecuteNonQuery() == 1;

    internal static UserId? Find(ISnapshot snapshot, string name)
    {
        using var row = snapshot.Command("SELECT user_id FROM account WHERE name = @name").Bind(name).ExecuteReader();
        return row.Read() ? new UserId(row.Id(0)) : null;
    }

    internal static IReadOnlyList<UserView> All(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT name, user_id, feed_no, (
              SELECT count(*) FROM enrolment WHERE enrolment.user_id = account.user_id AND revoked_utc IS NULL)
            FROM account ORDER BY name
            """).ExecuteReader();
        var users = new List<UserView>();
        while (row.Read())
        {
            users.Add(new(row.GetString(0), new UserId(row.Id(1)), row.GetInt64(2), row.GetInt64(3)));
        }

        return users;
    }

    /// <summary>Removes a user and all that is theirs: the only way in which a log loses anything.</summary>
    internal static void Remove(LogTransaction transaction, UserId user)
    {
        var id = user.Value.Bytes();
        transaction.Command("UPDATE account SET is_leaving = 1 WHERE user_id = @user_id").Bind(id).ExecuteNonQuery();
        transaction.Command("DELETE FROM operation WHERE user_id = @user_id").Bind(id).ExecuteNonQuery();
        transaction.Command("DELETE FROM rejection WHERE user_id = @user_id").Bind(id).ExecuteNonQuery();
        transaction.Command("DELETE FROM writer WHERE user_id = @user_id").Bind(id).ExecuteNonQuery();
        transaction.Command("DELETE FROM enrolment WHERE user_id = @user_id").Bind(id).ExecuteNonQuery();
        transaction.Command("DELETE FROM enrolment_code WHERE user_id = @user_id").Bind(id).ExecuteNonQuery();
        transaction.Command("DELETE FROM account WHERE user_id = @user_id").Bind(id).ExecuteNonQuery();
    }

    private static FeedCursor? ReadHead(DbCommand command)
    {
        using var row = command.ExecuteReader();
        return row.Read() ? new FeedCursor(row.GetInt64(0), row.Hash(1)) : null;
    }
}
