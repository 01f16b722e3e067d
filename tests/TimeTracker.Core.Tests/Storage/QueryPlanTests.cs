using System.Text.RegularExpressions;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>Look-ups that must not grow with the store: each walks the index that is made for it.</summary>
public sealed partial class QueryPlanTests
{
    private static readonly Instant Morning = Instant.FromMicroseconds(1_772_000_000_000_000);

    private static readonly Dictionary<string, Action<ISnapshot>> LookUps = new()
    {
        ["what runs"] = snapshot => EntryTable.Open(snapshot),
        ["what is paused"] = snapshot => EntryTable.Paused(snapshot),
        ["the latest entry"] = snapshot => EntryTable.Latest(snapshot),
        ["what shares time"] = snapshot => EntryTable.Within(snapshot, Morning, Morning),
        ["projects"] = snapshot => CompletionQueries.Projects(snapshot, "x", 1),
        ["tags"] = snapshot => CompletionQueries.Tags(snapshot, "x", 1),
        ["descriptions"] = snapshot => CompletionQueries.Descriptions(snapshot, "x", 1),
        ["entries"] = snapshot => CompletionQueries.Entries(snapshot, "0180", 1),
        ["open questions"] = snapshot => Questions.Of(snapshot),
        ["what the feed lacks"] = snapshot => OutboxTable.LacksInFeed(snapshot),
        ["what is parked"] = snapshot => OutboxTable.Parked(snapshot),
        ["what is not understood"] = snapshot => OperationTable.CountNotUnderstood(snapshot),
        ["undo"] = snapshot => CommandTable.LatestUndoable(snapshot),
        ["redo"] = snapshot => CommandTable.LatestRedoable(snapshot),
    };

    // "SCAN entry" is the one row of a subquery that goes by its table's name; a step of an index that is named here is
    // narrowed by its first columns, or walks an index of few rows, or stops at the latest row that will do.
    [Theory]
    [InlineData("what runs", "SCAN entry USING INDEX entry_open")]
    [InlineData("what is paused", "SCAN entry USING INDEX entry_paused")]
    [InlineData(
        "the latest entry",
        "SEARCH entry USING PRIMARY KEY", "SEARCH entry USING INDEX entry_start", "SEARCH entry USING INDEX entry_start")]
    [InlineData(
        "what shares time",
        "SEARCH entry USING INDEX entry_start", "SEARCH entry USING INDEX entry_start", "SCAN entry",
        "SEARCH entry USING INDEX entry_overlapping", "SCAN entry USING INDEX entry_open")]
    [InlineData("projects", "SCAN project", "SEARCH entry USING COVERING INDEX entry_project")]
    [InlineData(
        "tags",
        "SEARCH entry_tag USING COVERING INDEX entry_tag_recent", "SEARCH entry_tag USING COVERING INDEX entry_tag_recent",
        "SEARCH entry_tag USING COVERING INDEX entry_tag_recent")]
    [InlineData("descriptions", "SCAN entry USING COVERING INDEX entry_recent")]
    [InlineData("entries", "SEARCH entry USING PRIMARY KEY", "SCAN entry USING COVERING INDEX entry_recent")]
    [InlineData("open questions", "SCAN question USING INDEX question_open")]
    [InlineData("what the feed lacks", "SCAN outbox USING INDEX outbox_provisional", "SEARCH outbox USING PRIMARY KEY")]
    [InlineData(
        "what is parked",
        "SCAN outbox USING INDEX outbox_parked",
        "SEARCH operation USING COVERING INDEX sqlite_autoindex_operation_1")]
    [InlineData("what is not understood", "SCAN operation USING INDEX operation_not_understood")]
    [InlineData("undo", "SCAN operation", "SEARCH command USING PRIMARY KEY")]
    [InlineData("redo", "SCAN operation", "SEARCH command USING PRIMARY KEY")]
    public void ALookUp_WalksTheIndexesMadeForIt(string lookUp, params string[] walks)
    {
        using var bench = new Bench();
        using var database = Database.Open(bench.StorePath, StoreSchema.Current);
        using var snapshot = database.BeginRead();
        var recording = new RecordingSnapshot(snapshot);
        LookUps[lookUp](recording);

        using var store = new RawStore(bench.StorePath);
        var steps = recording.Texts
            .SelectMany(sql => store.Rows($"EXPLAIN QUERY PLAN {Parameter().Replace(sql, "5")}"))
            .Select(row => Walk().Match(row)).Where(step => step.Success).Select(step => step.Value);
        Assert.Equal(walks, steps);
    }

    [GeneratedRegex(@"\$\w+")]
    private static partial Regex Parameter();

    // The tags of each entry that is found go by their primary key, and are left out.
    [GeneratedRegex(
        @"(SCAN|SEARCH) (entry_tag(?= USING COVERING)|entry|outbox|project|question|operation|command)\b"
        + @"( USING [A-Z ]+\b(\w+_\w+)?)?")]
    private static partial Regex Walk();
}
