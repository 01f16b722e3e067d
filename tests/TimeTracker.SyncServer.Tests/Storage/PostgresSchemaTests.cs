using Npgsql;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Storage;

/// <summary>
/// Rows that PostgreSQL may never hold for us: each is refused, and by the constraint that is meant for it. Every test
/// makes the tables and their good rows in a transaction of its own, which is never committed.
/// </summary>
[Trait("Judges", "schema")]
public sealed class PostgresSchemaTests : IDisposable
{
    private const string Id = "decode(repeat('01', 16), 'hex')";
    private const string OtherId = "decode(repeat('02', 16), 'hex')";
    private const string Hash = "decode(repeat('01', 32), 'hex')";
    private const string OtherHash = "decode(repeat('02', 32), 'hex')";

    // What each table holds, and what a second row of it may be.
    private static readonly Dictionary<string, (string Column, string First, string Second)[]> Rows = new()
    {
        ["account"] =
        [
            ("user_id", Id, OtherId), ("name", "'anna'", "'ben'"), ("feed_no", "2", "0"), ("chain", Hash, Hash),
            ("created_utc", "0", "0"), ("is_leaving", "0", "0"),
        ],
        ["enrolment_code"] =
        [
            ("code_hash", Hash, OtherHash), ("user_id", Id, Id), ("salt", Hash, Hash), ("expires_utc", "0", "0"),
            ("enrolment_id", "NULL", Id), ("used_by_hash", "NULL", Hash),
        ],
        ["enrolment"] =
        [
            ("enrolment_id", Id, OtherId), ("user_id", Id, Id), ("name", "'laptop'", "'phone'"),
            ("token_hash", Hash, OtherHash), ("enrolled_utc", "0", "0"), ("revoked_utc", "NULL", "0"),
        ],
        ["writer"] = [("user_id", Id, Id), ("device_id", Id, OtherId), ("seq", "3", "1"), ("op_id", Id, Id)],
        ["operation"] =
        [
            ("user_id", Id, Id), ("feed_no", "1", "2"), ("op_id", Id, OtherId), ("device_id", Id, Id), ("seq", "1", "2"),
            ("seen", "0", "1"), ("relayed", "0", "1"), ("payload", "''", "decode(repeat('00', 16384), 'hex')"),
            ("payload_hash", Hash, Hash), ("received_utc", "946684800000000", "4102444800000000"), ("chain", Hash, Hash),
        ],
        ["rejection"] =
        [
            ("user_id", Id, Id), ("op_id", Id, OtherId), ("payload_hash", Hash, Hash), ("device_id", Id, Id),
            ("seq", "1", "1"), ("code", "'large'", "'large'"), ("reason", "'Too large.'", "'Too large.'"),
            ("received_utc", "0", "0"),
        ],
    };

    // One database: what a test leaves in it, it never sees again.
    private static readonly Lazy<string> Database = new(Postgres.NewDatabase);

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;

    public PostgresSchemaTests()
    {
        _connection = new NpgsqlConnection(Database.Value);
        _connection.Open();
        _transaction = _connection.BeginTransaction();
        Execute("CREATE SCHEMA made; SET LOCAL search_path TO made");
        Execute(LaidDatabase.Schema ?? string.Join('\n', PostgresMigrator.Steps.Select(SchemaText.Read)));
        foreach (var (table, row) in Rows)
        {
            Execute(Insert(table, row.Select(each => each.First)));
        }
    }

    public void Dispose()
    {
        _transaction.Dispose();
        _connection.Dispose();
    }

    [RequiresFact(Requirement.PostgreSql)]
    public void RowsThatCanBe_AreTaken()
    {
        foreach (var table in Rows.Keys)
        {
            Assert.Equal(1, Execute(Second(table)));
        }

        Assert.Equal(1, Execute("UPDATE account SET feed_no = 3 WHERE feed_no = 2"));
        Assert.Equal(1, Execute("UPDATE writer SET seq = 4 WHERE seq = 3"));
    }

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("account", "name feed_no chain created_utc is_leaving")]
    [InlineData("enrolment_code", "user_id salt expires_utc")]
    [InlineData("enrolment", "user_id name token_hash enrolled_utc")]
    [InlineData("writer", "seq op_id")]
    [InlineData("operation", "op_id device_id seq seen relayed payload payload_hash received_utc chain")]
    [InlineData("rejection", "device_id seq code reason received_utc")]
    public void AMissingValue_IsRefused(string table, string columns) => Assert.All(columns.Split(' '), column =>
    {
        var refused = Refused(Second(table, (column, "NULL")));
        Assert.Equal((PostgresErrorCodes.NotNullViolation, column), (refused.SqlState, refused.ColumnName));
    });

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("account", "user_id", "'1'")]
    [InlineData("account", "name", "''", "repeat('a', 101)")]
    [InlineData("account", "feed_no", "-1")]
    [InlineData("account", "chain", "'1'")]
    [InlineData("account", "is_leaving", "2", "-1")]
    [InlineData("enrolment_code", "code_hash", "'1'")]
    [InlineData("enrolment_code", "salt", "'1'")]
    [InlineData("enrolment_code", "enrolment_id", "'1'")]
    [InlineData("enrolment_code", "used_by_hash", "'1'")]
    [InlineData("enrolment", "enrolment_id", "'1'")]
    [InlineData("enrolment", "name", "''", "repeat('a', 101)")]
    [InlineData("enrolment", "token_hash", "'1'")]
    [InlineData("writer", "device_id", "'1'")]
    [InlineData("writer", "seq", "0")]
    [InlineData("writer", "op_id", "'1'")]
    [InlineData("operation", "op_id", "'1'")]
    [InlineData("operation", "device_id", "'1'")]
    [InlineData("operation", "seq", "0")]
    [InlineData("operation", "relayed", "2", "-1")]
    [InlineData("operation", "payload", "decode(repeat('00', 16385), 'hex')")]
    [InlineData("operation", "payload_hash", "'1'")]
    [InlineData("operation", "received_utc", "946684799999999", "4102444800000001")]
    [InlineData("operation", "chain", "'1'")]
    [InlineData("rejection", "op_id", "'1'")]
    [InlineData("rejection", "payload_hash", "'1'")]
    [InlineData("rejection", "device_id", "'1'")]
    [InlineData("rejection", "seq", "0")]
    [InlineData("rejection", "code", "''", "repeat('a', 101)")]
    [InlineData("rejection", "reason", "''", "repeat('a', 1001)")]
    public void AValueThatCannotBe_IsRefused(string table, string column, params string[] values) => Assert.All(
        values,
        value => Expect(PostgresErrorCodes.CheckViolation, $"{table}_{column}_check", Second(table, (column, value))));

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("operation", "seen", "2")]
    [InlineData("operation", "seen", "-1")]
    [InlineData("enrolment_code", "enrolment_id", "NULL")]
    [InlineData("enrolment_code", "used_by_hash", "NULL")]
    public void AValueThatDoesNotFitAnother_IsRefused(string table, string column, string value) =>
        Expect(PostgresErrorCodes.CheckViolation, $"{table}_check", Second(table, (column, value)));

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("account", "user_id", "account_pkey")]
    [InlineData("account", "name", "account_name_key")]
    [InlineData("enrolment_code", "code_hash", "enrolment_code_pkey")]
    [InlineData("enrolment", "enrolment_id", "enrolment_pkey")]
    [InlineData("enrolment", "token_hash", "enrolment_token_hash_key")]
    [InlineData("writer", "device_id", "writer_pkey")]
    [InlineData("operation", "feed_no", "operation_pkey")]
    [InlineData("operation", "op_id", "operation_user_id_op_id_key")]
    [InlineData("operation", "seq", "operation_user_id_device_id_seq_key")]
    [InlineData("rejection", "op_id", "rejection_pkey")]
    public void ASecondRowOfAKind_IsRefused(string table, string column, string key)
    {
        var same = Rows[table].Single(each => each.Column == column).First;
        var second = table == "operation"
            ? Second(table, (column, same), ("seen", "0"))
            : Second(table, (column, same));
        Expect(PostgresErrorCodes.UniqueViolation, key, second);
    }

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("enrolment_code")]
    [InlineData("enrolment")]
    [InlineData("writer")]
    [InlineData("rejection")]
    public void ARowOfNobody_IsRefused(string table) => Expect(
        PostgresErrorCodes.ForeignKeyViolation, $"{table}_user_id_fkey", Second(table, ("user_id", OtherId)));

    // A first row, which needs none before it.
    [RequiresFact(Requirement.PostgreSql)]
    public void AnOperationOfNobody_IsRefused() => Expect(
        PostgresErrorCodes.ForeignKeyViolation,
        "operation_user_id_fkey",
        Second("operation", ("user_id", OtherId), ("feed_no", "1"), ("seen", "0")));

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("UPDATE account SET feed_no = 1", "a feed number is never given twice")]
    [InlineData("UPDATE writer SET seq = 3", "a number is used up once")]
    [InlineData("UPDATE operation SET relayed = 1", "an operation is never changed")]
    [InlineData("DELETE FROM operation", "an operation never leaves the log")]
    [InlineData("TRUNCATE operation", "an operation never leaves the log")]
    [InlineData("UPDATE rejection SET reason = 'x'", "a rejection is never changed")]
    [InlineData("DELETE FROM rejection", "a rejection never leaves")]
    [InlineData("TRUNCATE rejection", "a rejection never leaves")]
    public void WhatWasSaid_Stays(string sql, string why) => Assert.Equal(why, Refused(sql).MessageText);

    [RequiresFact(Requirement.PostgreSql)]
    public void AFeed_HasNoHole() =>
        Assert.Equal("a feed has no holes", Refused(Second("operation", ("feed_no", "3"))).MessageText);

    [RequiresTheory(Requirement.PostgreSql)]
    [InlineData("DELETE FROM enrolment_code WHERE user_id = '1'", "enrolment_code_user")]
    [InlineData("DELETE FROM enrolment_code WHERE expires_utc <= 5", "enrolment_code_expiry")]
    [InlineData("SELECT name FROM enrolment WHERE user_id = '1' ORDER BY enrolled_utc DESC", "enrolment_user")]
    public void ALookUp_HasItsIndex(string sql, string index)
    {
        // With so few rows it would read them all.
        Execute("SET LOCAL enable_seqscan = off");
        using var command = Command($"EXPLAIN (FORMAT JSON) {sql}");
        Assert.Contains($"\"{index}\"", command.ExecuteScalar()!.ToString(), StringComparison.Ordinal);
    }

    private void Expect(string state, string constraint, string sql)
    {
        var refused = Refused(sql);
        Assert.Equal((state, constraint), (refused.SqlState, refused.ConstraintName));
    }

    private PostgresException Refused(string sql)
    {
        const string before = "before";
        _transaction.Save(before);
        var refused = Assert.Throws<PostgresException>(() => Execute(sql));
        _transaction.Rollback(before);
        return refused;
    }

    private static string Second(string table, params (string Column, string Value)[] other) => Insert(
        table,
        Rows[table].Select(each => other.FirstOrDefault(change => change.Column == each.Column).Value ?? each.Second));

    private static string Insert(string table, IEnumerable<string> values) =>
        $"INSERT INTO {table} VALUES ({string.Join(", ", values)})";

    private int Execute(string sql)
    {
        using var command = Command(sql);
        return command.ExecuteNonQuery();
    }

#pragma warning disable CA2100 // The product's own text, and the test's.
    private NpgsqlCommand Command(string sql) => new(sql, _connection, _transaction);
#pragma warning restore CA2100
}
