using System.IO.Compression;
using TimeTracker.Core.Clocks;
using TimeTracker.Domain;
using TimeTracker.Domain.TestKit;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests;

/// <summary>A store as the program of November 2026 left it, opened by today's.</summary>
public sealed class OldStoreTests : IDisposable
{
    private readonly TemporaryFolder _home = new();
    private readonly Tracker _tracker;

    public OldStoreTests()
    {
        using (var packed = typeof(OldStoreTests).Assembly.GetManifestResourceStream(
            $"{typeof(OldStoreTests).Namespace}.Fixtures.store-2026-11.db.gz")!)
        using (var unpacked = new GZipStream(packed, CompressionMode.Decompress))
        using (var file = File.Create(_home["timetracker.db"]))
        {
            unpacked.CopyTo(file);
        }

        _tracker = Tracker.Open(new TrackerOptions
        {
            Folder = _home.Path,
            Clock = new StoppedClock(new FakeClock(new DateTimeOffset(2026, 12, 1, 18, 0, 0, TimeSpan.Zero))),
            Zone = () => TimeZoneInfo.Utc,
        });
    }

    public void Dispose()
    {
        _tracker.Dispose();
        _home.Dispose();
    }

    [Fact]
    public void EachEntry_IsThereAsItWas() => Assert.Equal(
        [
            "Plan the release | Acme Corp | code review | 2026-11-02 09:00 | 01:30:00 | billable",
            "Long lunch |  | food | 2026-11-02 12:00 | 00:45:00",
            "Forgotten |  |  | 2026-11-04 09:00 | 12:30:00",
        ],
        Entries("Plan the release", "Long lunch", "Forgotten"));

    [Fact]
    public void NamesThatDifferInWhatNobodySees_AreOneNow()
    {
        var acme = _tracker.Entries(new EntryQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue) { Projects = [new("acme corp")] });
        Assert.Contains("Acme again", acme.Select(view => view.Entry.Description.Value));
        Assert.Contains("Plan the release", acme.Select(view => view.Entry.Description.Value));
        Assert.Equal(["CODE REVIEW", "DEEP", "FOOD"], _tracker.Reports.Tags().Select(tag => Text.Key(tag.Name)).Order(StringComparer.Ordinal));
        Assert.Equal("ACME CORP|2", Assert.Single(Rows(
            "SELECT name_key || '|' || count(*) FROM project WHERE name_key LIKE 'ACME%' GROUP BY name_key")));
    }

    [Fact]
    public void TheLatestCommand_CanBeTakenBack()
    {
        Assert.Equal(CommandVerb.Resume, _tracker.LatestUndoable()!.Verb);
        Assert.IsType<CommandResult.Done>(_tracker.Execute(new Command.Undo()));
        Assert.Equal(CommandVerb.Suspend, _tracker.LatestUndoable()!.Verb);
    }

    [Fact]
    public void ItsOperations_AreTheSameBytes()
    {
        Assert.Equal(["3D4BAB14BB3601A681EFA36CEE6F8EE76F784DB1FDED7C7B42269C8C203DE3A0"], Rows("SELECT hex(hash) FROM operation WHERE position = 22"));
    }

    private List<string> Rows(string sql)
    {
        using var store = new RawStore(_tracker.StorePath);
        return store.Rows(sql);
    }

    private string[] Entries(params string[] descriptions) => [.. _tracker
        .Entries(new EntryQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue))
        .Where(view => descriptions.Contains(view.Entry.Description.Value))
        .Select(view => string.Join(" | ", new[]
        {
            view.Entry.Description.Value, view.Project, string.Join(' ', view.Entry.Tags),
            view.Entry.Span.Start.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm", null), view.Duration.ToString(),
        }.Concat(view.Entry.Billable ? ["billable"] : Array.Empty<string>())))];

    private sealed class StoppedClock(FakeClock clock) : IClock
    {
        public Reading Read() => clock.Reading;
    }
}
