namespace TimeTracker.Core.Tests.Storage;

/// <summary>
/// Rows that no program may leave in the store: each is refused, and by the constraint that is meant for it. Every
/// table holds good rows first, so that one wrong value is all that is wrong.
/// </summary>
[Trait("Judges", "schema")]
public sealed class ForbiddenRowTests : IDisposable
{
    private const string Rest = """
        INSERT INTO device VALUES (zeroblob(16), NULL, 0, 1, 0);
        INSERT OR REPLACE INTO checkpoint VALUES (1, 1, 2, 3, 'boot', zeroblob(16), 1772000000000000);
        INSERT INTO policy VALUES ('min', '5');
        INSERT INTO question VALUES (zeroblob(16), zeroblob(16), 1, 1772000000000000, 1772000000000001, 0, 0, 0, 1, 1, 0);
        INSERT INTO lease VALUES ('sync', 'someone', 1, 1, 2, 3, 'boot');
        INSERT INTO clock_event VALUES (1, 1, 1, 1);
        INSERT OR REPLACE INTO home VALUES (1, 'machine', 'file');
        INSERT INTO feed SELECT position, op_id, zeroblob(16), 0, 0, 1772000000000000, hash FROM operation WHERE position < 3;
        INSERT INTO feed_aside SELECT * FROM feed;
        INSERT INTO conflict SELECT entity_id, 1, op_id, op_id FROM operation WHERE position = 1;
        INSERT INTO sync_status (id, server, user, enrolment_id) VALUES (1, 'https://x', 'anna', zeroblob(16));
        """;

    private readonly Bench _bench = new();
    private readonly RawStore _store;

    public ForbiddenRowTests()
    {
        _bench.Do(Bench.Start("Plan", "Acme", "deep"));
        _bench.Clock.Work(TimeSpan.FromMinutes(10));
        _bench.Do(Bench.Stop());
        _store = new RawStore(_bench.StorePath);
        _store.Run(Rest);
    }

    public void Dispose()
    {
        _store.Dispose();
        _bench.Dispose();
    }

    [Theory]
    [InlineData("device", "is_current since_utc settled_seq")]
    [InlineData("outbox", "device_id seq seen relayed attempts in_feed dismissed")]
    [InlineData("command", "position request_hash verb result")]
    [InlineData("project", "name name_key removed")]
    [InlineData(
        "entry", "description billable start_utc start_zone start_offset certainty paused overlap span_position")]
    [InlineData("checkpoint", "reading_utc reading_monotonic reading_boottime reading_domain")]
    [InlineData("policy", "value")]
    [InlineData("question", "entry_id kind from_utc to_utc suspended slack certainty removed")]
    [InlineData("lease", "holder token expires_utc expires_monotonic expires_boottime expires_domain")]
    [InlineData("clock_event", "kind amount utc")]
    [InlineData("home", "machine file")]
    [InlineData("feed", "op_id device_id seen relayed received_utc chain")]
    [InlineData("feed_aside", "op_id device_id seen relayed received_utc chain")]
    [InlineData("conflict", "winner")]
    [InlineData("sync_status", "server user enrolment_id attempts restarts circuit paused")]
    public void AMissingValue_IsRefused(string table, string columns) => Assert.All(
        columns.Split(' '),
        column => Assert.Equal(
            $"SQLite Error 19: 'NOT NULL constraint failed: {table}.{column}'.",
            _store.Refuse($"UPDATE {table} SET {column} = NULL")));

    // A good row of the feed's, which no outbox row follows.
    [Theory]
    [InlineData("x'A1000000000000000000000000000000'", "op_id")]
    [InlineData("x'A2000000000000000000000000000000'", "command_id")]
    [InlineData("'entry.set'", "kind")]
    [InlineData("x'A3000000000000000000000000000000'", "entity_id")]
    [InlineData("x'7B7D'", "payload")]
    [InlineData("707", "seen")]
    [InlineData("'sync'", "origin")]
    [InlineData("11", "reading_utc")]
    [InlineData("12", "reading_monotonic")]
    [InlineData("13", "reading_boottime")]
    [InlineData("'boot'", "reading_domain")]
    [InlineData("zeroblob(32)", "hash")]
    public void AnOperationThatLacksAValue_IsRefused(string value, string column)
    {
        const string good = """
            INSERT INTO operation VALUES (NULL, x'A1000000000000000000000000000000', x'A2000000000000000000000000000000',
              'entry.set', x'A3000000000000000000000000000000', x'7B7D', 707, 'sync', 11, 12, 13, 'boot', zeroblob(32))
            """;
        Assert.Equal(
            $"SQLite Error 19: 'NOT NULL constraint failed: operation.{column}'.",
            _store.Refuse(good.Replace(value, "NULL", StringComparison.Ordinal)));
        Assert.Contains("CHECK", _store.Refuse(good.Replace("707", "-1", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, _store.Run(good));
    }

    [Theory]
    [InlineData("device", "since_utc = 'x'")]
    [InlineData("outbox", "next_attempt = 'x'")]
    [InlineData("command", "verb = 'x'")]
    [InlineData("project", "name = x'00'")]
    [InlineData("entry", "start_zone = x'00'")]
    [InlineData("entry_tag", "used_utc = 'x'")]
    [InlineData("checkpoint", "reading_utc = 'x'")]
    [InlineData("policy", "value = x'00'")]
    [InlineData("question", "slack = 'x'")]
    [InlineData("lease", "expires_utc = 'x'")]
    [InlineData("clock_event", "utc = 'x'")]
    [InlineData("home", "file = x'00'")]
    [InlineData("feed", "seen = 'x'")]
    [InlineData("feed_aside", "seen = 'x'")]
    [InlineData("conflict", "field = 'x'")]
    [InlineData("sync_status", "next_utc = 'x'")]
    public void AValueOfAnotherType_IsRefused(string table, string change) =>
        Assert.Contains("cannot store", _store.Refuse($"UPDATE {table} SET {change}"), StringComparison.Ordinal);

    [Theory]
    [InlineData("device", "device_id = x'01'")]
    [InlineData("device", "is_current = 2")]
    [InlineData("device", "settled_seq = -1")]
    [InlineData("outbox", "seq = 0 WHERE seq = 2")]
    [InlineData("outbox", "prev_op_id = NULL WHERE seq = 2")]
    [InlineData("outbox", "seen = -1")]
    [InlineData("outbox", "relayed = 2")]
    [InlineData("outbox", "attempts = -1")]
    [InlineData("outbox", "verdict = 'maybe'")]
    [InlineData("outbox", "in_feed = 2")]
    [InlineData("outbox", "dismissed = 2")]
    [InlineData("command", "command_id = x'01'")]
    [InlineData("command", "request_hash = x'01'")]
    [InlineData("command", "verb = 0")]
    [InlineData("command", "step_id = x'01'")]
    [InlineData("command", "result = 'not json'")]
    [InlineData("project", "project_id = x'01'")]
    [InlineData("project", "name = ''")]
    [InlineData("project", "name_key = ''")]
    [InlineData("project", "removed = 2")]
    [InlineData("entry_tag", "tag = ''")]
    [InlineData("checkpoint", "id = 2")]
    [InlineData("checkpoint", "entry_id = x'01'")]
    [InlineData("checkpoint", "entry_end_utc = 1")]
    [InlineData("checkpoint", "entry_end_utc = NULL")]
    [InlineData("lease", "name = 'other'")]
    [InlineData("lease", "holder = ''")]
    [InlineData("lease", "token = 0")]
    [InlineData("clock_event", "kind = 0")]
    [InlineData("home", "id = 2")]
    [InlineData("feed", "feed_no = 0 WHERE feed_no = 1")]
    [InlineData("feed", "device_id = x'01'")]
    [InlineData("feed", "seen = -1")]
    [InlineData("feed", "relayed = 2")]
    [InlineData("feed", "received_utc = 1")]
    [InlineData("feed", "chain = x'01'")]
    [InlineData("conflict", "entity_id = x'01'")]
    [InlineData("conflict", "field = 0")]
    [InlineData("sync_status", "id = 2")]
    [InlineData("sync_status", "server = ''")]
    [InlineData("sync_status", "enrolment_id = x'01'")]
    [InlineData("sync_status", "attempts = -1")]
    [InlineData("sync_status", "restarts = -1")]
    [InlineData("sync_status", "circuit = 'ajar'")]
    [InlineData("sync_status", "paused = 2")]
    public void AValueThatCannotBe_IsRefused(string table, string change) =>
        Assert.Contains("CHECK", _store.Refuse($"UPDATE {table} SET {change}"), StringComparison.Ordinal);

    [Fact]
    public void AnEntrysIdThatCannotBe_IsRefused() => Assert.Contains(
        "CHECK", _store.Refuse("DELETE FROM entry_tag; UPDATE entry SET entry_id = x'01'"), StringComparison.Ordinal);

    [Theory]
    [InlineData("UPDATE device SET successor_of = x'01'")]
    [InlineData("UPDATE outbox SET device_id = x'01'")]
    [InlineData("UPDATE outbox SET op_id = x'01' WHERE seq = 3")]
    [InlineData("UPDATE command SET position = 99")]
    [InlineData("UPDATE command SET undoes = x'01'")]
    [InlineData("UPDATE command SET undone_by = x'01'")]
    [InlineData("UPDATE entry SET span_position = 99")]
    [InlineData("UPDATE entry_tag SET entry_id = x'01'")]
    [InlineData("UPDATE feed SET op_id = x'01' WHERE feed_no = 1")]
    [InlineData("UPDATE feed_aside SET op_id = x'01' WHERE feed_no = 1")]
    [InlineData("UPDATE conflict SET winner = x'01'")]
    [InlineData("UPDATE conflict SET loser = x'01'")]
    public void ARowThatPointsNowhere_IsRefused(string sql) =>
        Assert.Contains("FOREIGN KEY", _store.Refuse(sql), StringComparison.Ordinal);

    [Theory]
    [InlineData("INSERT INTO device SELECT device_id, NULL, 0, 0, 0 FROM device WHERE is_current = 1", "device.device_id")]
    [InlineData("UPDATE device SET is_current = 1", "device.is_current")]
    [InlineData("INSERT INTO outbox (op_id, device_id, seq, seen, prev_op_id) SELECT op_id, device_id, 9, 0, op_id FROM outbox", "outbox.op_id")]
    [InlineData("UPDATE outbox SET seq = 3 WHERE seq = 2", "outbox.device_id, outbox.seq")]
    [InlineData("INSERT INTO command SELECT * FROM command", "command.command_id")]
    [InlineData("INSERT INTO project SELECT * FROM project", "project.project_id")]
    [InlineData("INSERT INTO entry_tag SELECT * FROM entry_tag", "entry_tag.entry_id, entry_tag.tag")]
    [InlineData("INSERT INTO checkpoint SELECT * FROM checkpoint", "checkpoint.id")]
    [InlineData("INSERT INTO policy SELECT * FROM policy", "policy.name")]
    [InlineData("INSERT INTO question SELECT * FROM question", "question.gap_id")]
    [InlineData("INSERT INTO lease SELECT * FROM lease", "lease.name")]
    [InlineData("INSERT INTO clock_event SELECT * FROM clock_event", "clock_event.event_id")]
    [InlineData("INSERT INTO home SELECT * FROM home", "home.id")]
    [InlineData("UPDATE feed SET feed_no = 1 WHERE feed_no = 2", "feed.feed_no")]
    [InlineData("UPDATE feed SET op_id = (SELECT op_id FROM outbox WHERE seq = 1) WHERE feed_no = 2", "feed.op_id")]
    [InlineData("UPDATE feed_aside SET feed_no = 1 WHERE feed_no = 2", "feed_aside.feed_no")]
    [InlineData("UPDATE feed_aside SET op_id = (SELECT op_id FROM outbox WHERE seq = 1) WHERE feed_no = 2", "feed_aside.op_id")]
    [InlineData("INSERT INTO conflict SELECT * FROM conflict", "conflict.entity_id, conflict.field, conflict.loser")]
    [InlineData("INSERT INTO sync_status SELECT * FROM sync_status", "sync_status.id")]
    public void ASecondRowOfAKind_IsRefused(string sql, string key) =>
        Assert.Contains($"UNIQUE constraint failed: {key}'", _store.Refuse(sql), StringComparison.Ordinal);

    [Fact]
    public void TheFeed_HasNoHole() => Assert.Contains(
        "the feed has no hole",
        _store.Refuse("INSERT INTO feed SELECT 4, op_id, device_id, 0, 0, 1772000000000000, zeroblob(32) FROM outbox WHERE seq = 3"),
        StringComparison.Ordinal);

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void WhatTheFeedBringsAndLoses_IsMarkedInTheOutbox()
    {
        Assert.Equal(["1|1", "2|1", "3|0"], _store.Rows("SELECT seq, in_feed FROM outbox ORDER BY seq"));
        _store.Run("DELETE FROM feed WHERE feed_no = 2");
        Assert.Equal(["1|1", "2|0", "3|0"], _store.Rows("SELECT seq, in_feed FROM outbox ORDER BY seq"));
    }

    [Fact]
    [Trait("Invariant", "INV-08")]
    public void AVerdict_IsGivenOnceForANumber()
    {
        _store.Run("UPDATE outbox SET verdict = 'accepted' WHERE seq = 1");
        foreach (var other in new[] { "'rejected'", "NULL" })
        {
            Assert.Contains(
                "a verdict is given once", _store.Refuse($"UPDATE outbox SET verdict = {other} WHERE seq = 1"), StringComparison.Ordinal);
        }

        Assert.Equal(1, _store.Run("UPDATE outbox SET verdict = NULL, device_id = zeroblob(16) WHERE seq = 1"));
    }

    [Fact]
    public void ATagsLatestUse_FollowsItsEntry()
    {
        _store.Run("UPDATE entry SET start_utc = start_utc - 1");
        Assert.Equal(1L, _store.Ask<long>("SELECT count(*) FROM entry JOIN entry_tag ON used_utc = start_utc"));
        _store.Run("UPDATE entry SET removed_by = zeroblob(16)");
        Assert.Equal(1L, _store.Ask<long>("SELECT count(*) FROM entry_tag WHERE used_utc IS NULL"));
        _store.Run("UPDATE entry SET removed_by = NULL");
        Assert.Equal(1L, _store.Ask<long>("SELECT count(*) FROM entry JOIN entry_tag ON used_utc = start_utc"));
    }
}
