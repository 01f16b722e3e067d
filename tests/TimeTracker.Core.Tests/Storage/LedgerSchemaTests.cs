using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>What the schema holds to, whoever writes.</summary>
[Trait("Judges", "schema")]
public sealed class LedgerSchemaTests : IDisposable
{
    private const string Operation = "INSERT INTO operation (op_id, command_id, kind, entity_id, payload, seen, origin, reading_utc, reading_monotonic, reading_boottime, reading_domain, hash) ";
    private const string Good = "x'018F00000000700080000000000000A1', x'018F00000000700080000000000000A0', 'entry.set', x'018F00000000700080000000000000B1', x'7B7D', 0, 'local', 1, 2, 3, 'boot', zeroblob(32)";

    private readonly Bench _bench = new();
    private readonly RawStore _store;

    public LedgerSchemaTests()
    {
        _bench.Do(Bench.Start("Plan", "Acme", "deep"));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        _bench.Do(Bench.Stop());
        _store = new RawStore(_bench.StorePath);
    }

    public void Dispose()
    {
        _store.Dispose();
        _bench.Dispose();
    }

    [Fact]
    [Trait("Invariant", "INV-01")]
    [Trait("Fix", "2")]
    public void AnOperationByAnySqliteClient_HasItsOutboxRow()
    {
        var before = _store.Rows("SELECT op_id, seq FROM outbox ORDER BY seq");
        _store.Run($"{Operation} VALUES ({Good})");

        Assert.Equal(
            [.. before, "018F00000000700080000000000000A1|4"], _store.Rows("SELECT op_id, seq FROM outbox ORDER BY seq"));
        Assert.Equal(1L, _store.Ask<long>("""
            SELECT count(*) FROM outbox AS o JOIN outbox AS p ON o.prev_op_id = p.op_id AND o.device_id = p.device_id
            WHERE o.seq = 4 AND p.seq = 3 AND o.seen = 0 AND o.relayed = 0 AND o.verdict IS NULL
            """));
    }

    [Fact]
    [Trait("Invariant", "INV-01")]
    public void AnOperationThatCameBySync_IsNotQueuedAgain()
    {
        _store.Run($"{Operation} VALUES ({Good.Replace("'local'", "'sync'", StringComparison.Ordinal)})");
        Assert.Equal(3L, _store.Ask<long>("SELECT count(*) FROM outbox"));
    }

    [Fact]
    [Trait("Invariant", "INV-01")]
    public void AnOperationWithoutAWritingIdentity_CannotBeWritten()
    {
        _store.Run("UPDATE device SET is_current = 0");
        Assert.Contains("NOT NULL", _store.Refuse($"{Operation} VALUES ({Good})"), StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Invariant", "INV-01")]
    [InlineData("UPDATE operation SET kind = 'x'", "an operation is never changed")]
    [InlineData("DELETE FROM operation", "an operation never leaves")]
    [InlineData("DELETE FROM outbox", "an outbox row never leaves")]
    public void TheLedger_OnlyGrows(string sql, string why)
    {
        Assert.Contains(why, _store.Refuse(sql), StringComparison.Ordinal);
        Assert.Equal(3L, _store.Ask<long>("SELECT count(*) FROM operation"));
    }

    [Theory]
    [InlineData("x'018F00000000700080000000000000A1'", "x'01'")]
    [InlineData("x'018F00000000700080000000000000A0'", "x'01'")]
    [InlineData("x'018F00000000700080000000000000B1'", "x'01'")]
    [InlineData("'entry.set'", "''")]
    [InlineData("'entry.set'", "NULL")]
    [InlineData("x'7B7D'", "zeroblob(16385)")]
    [InlineData("x'7B7D'", "'{}'")]
    [InlineData("0, 'local'", "-1, 'local'")]
    [InlineData("'local'", "'elsewhere'")]
    [InlineData("zeroblob(32)", "zeroblob(31)")]
    [InlineData("'boot'", "NULL")]
    public void AnOperationThatCannotBe_IsRefused(string good, string bad) =>
        _store.Refuse($"{Operation} VALUES ({Good.Replace(good, bad, StringComparison.Ordinal)})");

    [Fact]
    public void AnOperationsId_StandsOnce()
    {
        _store.Run($"{Operation} VALUES ({Good})");
        Assert.Contains("op_id", _store.Refuse($"{Operation} VALUES ({Good})"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("description = ''")]
    [InlineData("description = NULL")]
    [InlineData("project_id = zeroblob(15)")]
    [InlineData("billable = 2")]
    [InlineData("start_utc = 946684799999999, end_utc = 946684799999999")]
    [InlineData("start_utc = end_utc + 1")]
    [InlineData("end_utc = 4102444800000001")]
    [InlineData("end_utc = NULL")]
    [InlineData("end_zone = NULL")]
    [InlineData("end_offset = NULL")]
    [InlineData("start_offset = 1441")]
    [InlineData("end_offset = -1441")]
    [InlineData("start_zone = NULL")]
    [InlineData("as_of_utc = start_utc")]
    [InlineData("end_utc = NULL, end_zone = NULL, end_offset = NULL, as_of_utc = start_utc - 1")]
    [InlineData("certainty = 2")]
    [InlineData("continues = x'01'")]
    [InlineData("paused = 2")]
    [InlineData("overlap = 2")]
    [InlineData("removed_by = x'01'")]
    [InlineData("span_position = 99")]
    [Trait("Invariant", "INV-05")]
    public void AnEntryThatCannotBe_IsRefused(string change) => _store.Refuse($"UPDATE entry SET {change}");

    [Fact]
    [Trait("Invariant", "INV-04")]
    public void ASecondOpenEntry_IsRefused()
    {
        _bench.Do(Bench.Start("Call"));
        Assert.Contains("UNIQUE", _store.Refuse("""
            UPDATE entry SET end_utc = NULL, end_zone = NULL, end_offset = NULL, as_of_utc = start_utc, overlap = 1
            """), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-07")]
    public void AnOverlapWithoutItsFlag_IsRefused()
    {
        var start = _store.Ask<long>("SELECT start_utc FROM entry");
        foreach (var (from, to) in new[] { (-60, 1), (1, 2), (599, 700), (-60, 700), (0, 600) })
        {
            Assert.Contains("an overlap is flagged", _store.Refuse(Copy(start, from, to, overlap: 0)), StringComparison.Ordinal);
        }

        foreach (var (from, to) in new[] { (-60, 0), (600, 700), (5, 5) })
        {
            _store.Run(Copy(start, from, to, overlap: 0));
        }

        _store.Run(Copy(start, -600, 1200, overlap: 1));
        Assert.Contains("an overlap is flagged", _store.Refuse(Copy(start, 800, 900, overlap: 0)), StringComparison.Ordinal);
        Assert.Contains(
            "an overlap is flagged", _store.Refuse("UPDATE entry SET overlap = 0 WHERE overlap = 1"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Invariant", "INV-07")]
    public void AnOverlapWithTheRunningEntryWithoutItsFlag_IsRefused()
    {
        _bench.Do(Bench.Start("Call"));
        var start = _store.Ask<long>("SELECT start_utc FROM entry WHERE end_utc IS NULL");
        Assert.Contains("an overlap is flagged", _store.Refuse(Copy(start, 60, 120, overlap: 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void TheTimerView_SaysWhatTheTimerDoes()
    {
        Assert.Empty(_store.Rows("SELECT state FROM timer"));
        _bench.Do(Bench.Start("Call"));
        Assert.Equal(["running"], _store.Rows("SELECT state FROM timer"));
        _bench.Do(new Command.Suspend(When.Now.Value));
        Assert.Equal(["paused"], _store.Rows("SELECT state FROM timer"));
        _bench.Do(Bench.Start("Review"));
        Assert.Equal(["running"], _store.Rows("SELECT state FROM timer"));
    }

    [Fact]
    public void TheHashChain_TiesEachRowToAllBefore()
    {
        var hash = HashChain.Origin;
        foreach (var row in _store.Rows("SELECT op_id, command_id, kind, entity_id, payload, reading_utc, reading_monotonic, reading_boottime, reading_domain, hash FROM operation ORDER BY position"))
        {
            var c = row.Split('|');
            hash = HashChain.Next(hash, new LedgerRow(
                Uuid(c[0]), Uuid(c[1]), c[2], Uuid(c[3]), Convert.FromHexString(c[4]), 0, "local", new Reading(
                    long.Parse(c[5], null), Micros(c[6]), Micros(c[7]), new ClockDomain(c[8]))));
            Assert.Equal(c[9], Convert.ToHexString(hash));
        }

        static Guid Uuid(string hex) => new(Convert.FromHexString(hex), bigEndian: true);
        static TimeSpan Micros(string text) => TimeSpan.FromMicroseconds(long.Parse(text, null));
    }

    [Theory]
    [InlineData("gap_id = x'01'")]
    [InlineData("entry_id = x'01'")]
    [InlineData("kind = 0")]
    [InlineData("from_utc = 946684799999999")]
    [InlineData("to_utc = from_utc - 1")]
    [InlineData("to_utc = 4102444800000001")]
    [InlineData("suspended = -1")]
    [InlineData("slack = -1")]
    [InlineData("certainty = 2")]
    [InlineData("answer = 0")]
    [InlineData("answer_at = from_utc")]
    [InlineData("removed = 2")]
    public void AGapThatCannotBe_IsRefused(string change)
    {
        _bench.Do(Bench.Start("Plan"));
        _bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        _bench.Do(Bench.Stop());
        Assert.Equal(1, _store.Run("UPDATE question SET slack = slack"));
        _store.Refuse($"UPDATE question SET {change}");
    }

    [Fact]
    public void ClockEvents_AreBounded()
    {
        _store.Refuse("INSERT INTO clock_event VALUES (1, 0, 1, 1)");
        for (var i = 0; i < 230; i++)
        {
            _store.Run("INSERT INTO clock_event (kind, amount, utc) VALUES (1, 1, 1)");
        }

        Assert.Equal(["200|31|230"], _store.Rows("SELECT count(*), min(event_id), max(event_id) FROM clock_event"));
    }

    [Theory]
    [InlineData("SELECT kind FROM question WHERE answer IS NULL AND removed = 0 ORDER BY from_utc", "question_open")]
    [InlineData("SELECT kind FROM question WHERE entry_id = zeroblob(16)", "question_of_entry")]
    [InlineData("SELECT position FROM operation WHERE entity_id = zeroblob(16)", "operation_entity")]
    [InlineData("UPDATE command SET undone_by = NULL WHERE undone_by = zeroblob(16)", "command_undone_by")]
    [InlineData("SELECT verb FROM command WHERE step_id = zeroblob(16)", "command_step")]
    [InlineData("SELECT name FROM project WHERE name_key = 'A' AND removed = 0", "project_name")]
    public void ALookUp_DoesNotReadTheWholeTable(string sql, string index) => Assert.Contains(
        _store.Rows($"EXPLAIN QUERY PLAN {sql}"),
        row => row.Contains(index, StringComparison.Ordinal) && !row.Contains("TEMP B-TREE", StringComparison.Ordinal));

    private static string Copy(long start, int fromSeconds, int toSeconds, int overlap) => $"""
        INSERT INTO entry SELECT randomblob(16), 'copy', NULL, 0, {start + (fromSeconds * 1_000_000L)}, start_zone, start_offset,
          {start + (toSeconds * 1_000_000L)}, 'UTC', 0, NULL, 0, NULL, 0, {overlap}, NULL, 1 FROM entry LIMIT 1
        """;
}
