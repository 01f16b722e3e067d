using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Pushing;
using TimeTracker.SyncServer.Tests.Rig;

namespace TimeTracker.SyncServer.Tests.Storage;

/// <summary>
/// Rows that no program may leave in the server's log: each is refused, and by the constraint that is meant for it.
/// Every table holds good rows first, so that one wrong value is all that is wrong.
/// </summary>
[Trait("Judges", "schema")]
public sealed class LogSchemaTests : IDisposable
{
    private static readonly string[] Columns =
    [
        "user_id", "feed_no", "op_id", "device_id", "seq", "seen", "relayed", "payload", "payload_hash", "received_utc",
        "chain",
    ];

    private readonly Bench _bench = new();

    public LogSchemaTests()
    {
        var writer = new Writer(1);
        var large = writer.Next(payload: new Payload(new byte[WireLimits.PayloadBytesMax + 1]));
        Assert.IsType<PushOutcome.Done>(
            _bench.Log.Push(_bench.Anna, writer.Push(large, writer.Next(), writer.Next())));
        var code = _bench.Accounts.MakeCode("anna")!.Text;
        Assert.NotNull(_bench.Enrolments.Enrol(new EnrolRequest(code, "laptop"), "a key"));
    }

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("account", "name feed_no chain created_utc is_leaving")]
    [InlineData("enrolment_code", "user_id salt expires_utc")]
    [InlineData("enrolment", "user_id name token_hash enrolled_utc")]
    [InlineData("writer", "seq")]
    public void AMissingValue_IsRefused(string table, string columns) => Assert.All(
        columns.Split(' '), column => Refuse($"UPDATE {table} SET {column} = NULL", $"NOT NULL constraint failed: {table}.{column}"));

    [Fact]
    public void AWriterWithoutItsLastOperation_IsRefused() => Refuse(
        "INSERT INTO writer SELECT user_id, zeroblob(16), 1, NULL FROM writer", "NOT NULL constraint failed: writer.op_id");

    [Theory]
    [InlineData("account", "chain = x'01'")]
    [InlineData("account", "name = ''")]
    [InlineData("account", "is_leaving = 2")]
    [InlineData("enrolment_code", "code_hash = x'01'")]
    [InlineData("enrolment_code", "salt = x'01'")]
    [InlineData("enrolment_code", "enrolment_id = x'01'")]
    [InlineData("enrolment_code", "used_by_hash = x'01'")]
    [InlineData("enrolment_code", "used_by_hash = NULL")]
    [InlineData("enrolment", "enrolment_id = x'01'")]
    [InlineData("enrolment", "name = ''")]
    [InlineData("enrolment", "token_hash = x'01'")]
    [InlineData("writer", "device_id = x'01', seq = 9")]
    [InlineData("writer", "op_id = x'01', seq = 9")]
    public void AValueThatCannotBe_IsRefused(string table, string change) =>
        Refuse($"UPDATE {table} SET {change}", "CHECK constraint failed");

    [Theory]
    [InlineData("INSERT INTO account VALUES (x'01', 'ben', 0, zeroblob(32), 0, 0)")]
    [InlineData("INSERT INTO account VALUES (zeroblob(16), 'ben', -1, zeroblob(32), 0, 0)")]
    [InlineData("INSERT INTO writer SELECT user_id, zeroblob(16), 0, op_id FROM writer")]
    [InlineData("INSERT INTO rejection SELECT user_id, x'01', payload_hash, device_id, 1, code, reason, 1 FROM rejection")]
    [InlineData("INSERT INTO rejection SELECT user_id, op_id, x'01', device_id, 1, code, reason, 1 FROM rejection")]
    [InlineData("INSERT INTO rejection SELECT user_id, zeroblob(16), payload_hash, x'01', 1, code, reason, 1 FROM rejection")]
    [InlineData("INSERT INTO rejection SELECT user_id, zeroblob(16), payload_hash, device_id, 0, code, reason, 1 FROM rejection")]
    [InlineData("INSERT INTO rejection SELECT user_id, zeroblob(16), payload_hash, device_id, 1, '', reason, 1 FROM rejection")]
    [InlineData("INSERT INTO rejection SELECT user_id, zeroblob(16), payload_hash, device_id, 1, code, '', 1 FROM rejection")]
    public void ARowThatCannotBe_IsRefused(string sql) => Refuse(sql, "CHECK constraint failed");

    [Theory]
    [InlineData("device_id, 1, code, reason, 1", "device_id")]
    [InlineData("device_id, 1, code, reason, 1", "1")]
    [InlineData("device_id, 1, code, reason, 7", "7")]
    [InlineData("device_id, 1, code, reason, 1", "code")]
    [InlineData("device_id, 1, code, reason, 1", "reason")]
    public void ARejectionThatLacksAValue_IsRefused(string values, string missing)
    {
        var at = values.IndexOf(missing, StringComparison.Ordinal);
        Refuse(
            $"INSERT INTO rejection SELECT user_id, zeroblob(16), payload_hash, {values.Remove(at, missing.Length).Insert(at, "NULL")} FROM rejection",
            "NOT NULL constraint failed: rejection.");
    }

    [Theory]
    [InlineData("UPDATE account SET created_utc = 'x'")]
    [InlineData("UPDATE enrolment_code SET expires_utc = 'x'")]
    [InlineData("UPDATE enrolment SET revoked_utc = 'x'")]
    [InlineData("UPDATE writer SET seq = 'x'")]
    [InlineData("INSERT INTO rejection SELECT user_id, zeroblob(16), payload_hash, device_id, 1, code, reason, 'x' FROM rejection")]
    [InlineData("INSERT INTO operation SELECT user_id, 3, zeroblob(16), device_id, 9, seen, relayed, 'text', payload_hash, received_utc, chain FROM operation WHERE feed_no = 1")]
    public void AValueOfAnotherType_IsRefused(string sql) => Refuse(sql, "cannot store TEXT value");

    [Theory]
    [InlineData("UPDATE enrolment_code SET user_id = x'01'")]
    [InlineData("UPDATE enrolment SET user_id = x'01'")]
    [InlineData("UPDATE writer SET user_id = x'01', seq = 9")]
    [InlineData("INSERT INTO rejection SELECT x'01', op_id, payload_hash, device_id, 1, code, reason, 1 FROM rejection")]
    public void ARowOfNobody_IsRefused(string sql) => Refuse(sql, "FOREIGN KEY constraint failed");

    [Theory]
    [InlineData("INSERT INTO account SELECT user_id, 'ben', 0, chain, 0, 0 FROM account", "account.user_id")]
    [InlineData("INSERT INTO account SELECT zeroblob(16), name, 0, chain, 0, 0 FROM account", "account.name")]
    [InlineData("INSERT INTO enrolment_code SELECT * FROM enrolment_code", "enrolment_code.code_hash")]
    [InlineData("INSERT INTO enrolment SELECT enrolment_id, user_id, name, zeroblob(32), 0, NULL FROM enrolment", "enrolment.enrolment_id")]
    [InlineData("INSERT INTO enrolment SELECT zeroblob(16), user_id, name, token_hash, 0, NULL FROM enrolment", "enrolment.token_hash")]
    [InlineData("INSERT INTO writer SELECT * FROM writer", "writer.user_id, writer.device_id")]
    [InlineData("INSERT INTO rejection SELECT * FROM rejection", "rejection.user_id, rejection.op_id, rejection.payload_hash")]
    public void ASecondRowOfAKind_IsRefused(string sql, string key) => Refuse(sql, $"UNIQUE constraint failed: {key}");

    [Theory]
    [Trait("Invariant", "INV-09")]
    [InlineData("feed_no", "2", "UNIQUE constraint failed: operation.user_id, operation.feed_no")]
    [InlineData("op_id", "op_id", "UNIQUE constraint failed: operation.user_id, operation.op_id")]
    [InlineData("seq", "2", "UNIQUE constraint failed: operation.user_id, operation.device_id, operation.seq")]
    [InlineData("op_id", "x'01'", "CHECK")]
    [InlineData("device_id", "x'01'", "CHECK")]
    [InlineData("seq", "0", "CHECK")]
    [InlineData("seen", "-1", "CHECK")]
    [InlineData("seen", "3", "CHECK")]
    [InlineData("relayed", "2", "CHECK")]
    [InlineData("payload", "zeroblob(16385)", "CHECK")]
    [InlineData("payload_hash", "x'01'", "CHECK")]
    [InlineData("received_utc", "1", "CHECK")]
    [InlineData("chain", "x'01'", "CHECK")]
    [InlineData("feed_no", "NULL", "NOT NULL constraint failed: operation.feed_no")]
    [InlineData("op_id", "NULL", "NOT NULL constraint failed: operation.op_id")]
    [InlineData("device_id", "NULL", "NOT NULL constraint failed: operation.device_id")]
    [InlineData("seq", "NULL", "NOT NULL constraint failed: operation.seq")]
    [InlineData("seen", "NULL", "NOT NULL constraint failed: operation.seen")]
    [InlineData("relayed", "NULL", "NOT NULL constraint failed: operation.relayed")]
    [InlineData("payload", "NULL", "NOT NULL constraint failed: operation.payload")]
    [InlineData("payload_hash", "NULL", "NOT NULL constraint failed: operation.payload_hash")]
    [InlineData("received_utc", "NULL", "NOT NULL constraint failed: operation.received_utc")]
    [InlineData("chain", "NULL", "NOT NULL constraint failed: operation.chain")]
    public void AnOperationThatCannotBe_IsRefused(string column, string value, string why)
    {
        Refuse(Next((column, value)), why);
        Assert.Equal(1, Execute(Next()));
    }

    // A first row, which needs none before it, of a user that there is not.
    [Theory]
    [InlineData("NULL", "NOT NULL constraint failed: operation.user_id")]
    [InlineData("zeroblob(16)", "FOREIGN KEY constraint failed")]
    public void AnOperationOfNobody_IsRefused(string user, string why) => Refuse(Next(("user_id", user), ("feed_no", "1")), why);

    [Theory]
    [InlineData("UPDATE rejection SET reason = 'x'", "a rejection is never changed")]
    [InlineData("DELETE FROM rejection", "a rejection never leaves")]
    [InlineData("UPDATE operation SET relayed = 1", "an operation is never changed")]
    [InlineData("DELETE FROM operation", "an operation never leaves the log")]
    [InlineData("UPDATE account SET feed_no = 1", "a feed number is never given twice")]
    [InlineData("UPDATE writer SET seq = 1", "a number is used up once")]
    [InlineData("INSERT INTO operation SELECT user_id, 4, zeroblob(16), device_id, 9, seen, relayed, payload, payload_hash, received_utc, chain FROM operation WHERE feed_no = 1", "a feed has no holes")]
    public void WhatWasSaid_Stays(string sql, string why) => Refuse(sql, why);

    [Theory]
    [InlineData("DELETE FROM enrolment_code WHERE user_id = x'01'", "enrolment_code_user")]
    [InlineData("DELETE FROM enrolment_code WHERE expires_utc <= 5", "enrolment_code_expiry")]
    [InlineData("SELECT name FROM enrolment WHERE user_id = x'01' ORDER BY enrolled_utc DESC", "enrolment_user")]
    public void ALookUp_DoesNotReadTheWholeTable(string sql, string index) => Assert.Contains(index, _bench.Store.Read(snapshot =>
    {
        using var row = snapshot.Command($"EXPLAIN QUERY PLAN {sql}").ExecuteReader();
        Assert.True(row.Read());
        return row.GetString(3);
    }), StringComparison.Ordinal);

    /// <summary>The row that could follow the log's two, but for some of its values.</summary>
    private static string Next(params (string Column, string Value)[] other)
    {
        (string, string)[] good = [("feed_no", "3"), ("op_id", "zeroblob(16)"), ("seq", "9")];
        var values = Columns.Select(column => other.Concat(good).FirstOrDefault(each => each.Item1 == column).Item2 ?? column);
        return $"INSERT INTO operation SELECT {string.Join(", ", values)} FROM operation WHERE feed_no = 1";
    }

    private void Refuse(string sql, string why) =>
        Assert.Contains(why, Assert.ThrowsAny<DbException>(() => Execute(sql)).Message, StringComparison.Ordinal);

    private int Execute(string sql) => _bench.Store.Write(transaction => transaction.Command(sql).ExecuteNonQuery());
}
