using CsCheck;
using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.Domain.TestKit;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>The store beside the plainest ledger there can be, whatever people and clocks do.</summary>
public sealed class ProjectionTests
{
    private const int Sequences = 150;

    private static readonly Gen<(Action<FakeClock> Event, Func<IReadOnlyList<EntryId>, DateTimeOffset, Command> Command)[]>
        Days = Gen.Select(CommandGen.ClockEvent, CommandGen.Command).Array[1, 30];

    [Fact]
    [Trait("Invariant", "INV-01")]
    [Trait("Invariant", "INV-07")]
    [Trait("Invariant", "INV-28")]
    public void AnySequence_GivesWhatThePlainLedgerGives_AndTheSameRowsWhenFoldedAgain()
    {
        Days.Sample(
            day =>
            {
                using var one = new Bench();
                var model = new InMemoryLedger(one.Clock);
                foreach (var (happens, make) in day)
                {
                    happens(one.Clock);
                    var command = make([.. model.Entries.Select(entry => entry.Id)], one.Clock.Utc);
                    var expected = model.Execute(command, out var id);
                    Assert.Equal(Shape(expected), Shape(one.Tracker.Execute(id, command)));
                }

                Assert.Equal(Lines(model.Live), Lines(one.All().Select(view => view.Entry)));
                Assert.Equal(Ranges(model.Gaps), Ranges(one));
                Assert.All(one.All(), view => Assert.Equal(Overlaps(model, view.Entry), view.Overlaps));
                AssertFoldsAgain(one);
            },
            iter: Samples.UpTo(Sequences),
            threads: 2);
    }

    [Fact]
    [Trait("Invariant", "INV-01")]
    [Trait("Invariant", "INV-28")]
    public void AnyAnswers_GiveWhatThePlainLedgerGives_AndTheSameRowsWhenFoldedAgain() => Gen.Select(Days, Gen.Int[0, 9].Array[30])
        .Sample(
            (day, answers) =>
            {
                using var one = new Bench();
                var model = new InMemoryLedger(one.Clock);
                foreach (var (index, (happens, make)) in day.Index())
                {
                    happens(one.Clock);
                    Both(make([.. model.Entries.Select(entry => entry.Id)], one.Clock.Utc), gap => null);
                    if (model.OpenGaps is [var open, ..] && Answer(open, answers[index]) is { } answer)
                    {
                        Both(new Command.Resolve(open.Id, answer), gap => new Command.Resolve(gap, answer));
                    }
                }

                Assert.Equal(Lines(model.Live), Lines(one.All().Select(view => view.Entry)));
                Assert.Equal(Ranges(model.Gaps), Ranges(one));
                AssertFoldsAgain(one);

                void Both(Command command, Func<GapId, Command?> inTheStore)
                {
                    var gap = FirstOpen(one);
                    var expected = model.Execute(command, out var id);
                    Assert.Equal(Shape(expected), Shape(one.Tracker.Execute(id, inTheStore(gap) ?? command)));
                }
            },
            iter: Samples.UpTo(Sequences),
            threads: 2);

    [Fact]
    [Trait("Invariant", "INV-28")]
    public void ARowThatNoOperationMade_IsGoneOnceAllIsFoldedAgain()
    {
        using var bench = new Bench();
        bench.Do(Bench.Start("Plan", "Acme", "deep"));
        bench.Clock.Sleep(TimeSpan.FromMinutes(10));
        bench.Do(Bench.Stop());
        using var store = new RawStore(bench.StorePath);
        var before = Projections(store);
        store.Run("""
            INSERT INTO entry SELECT zeroblob(16), description, project_id, billable, start_utc + 3600000000, start_zone, start_offset,
              end_utc + 3600000000, end_zone, end_offset, NULL, certainty, continues, paused, overlap, removed_by, span_position FROM entry;
            INSERT INTO entry_tag SELECT zeroblob(16), tag, used_utc FROM entry_tag;
            INSERT INTO project SELECT zeroblob(16), 'Other', 'other', removed FROM project;
            INSERT INTO question SELECT zeroblob(16), entry_id, kind, from_utc, to_utc, suspended, slack, certainty, answer, answer_at, removed FROM question;
            INSERT INTO conflict SELECT zeroblob(16), 1, op_id, op_id FROM operation WHERE position = 1;
            """);
        Assert.NotEqual(before, Projections(store));
        Rebuild(bench);
        Assert.Equal(before, Projections(store));
    }

    private static Resolution? Answer(Gap gap, int which) => which switch
    {
        0 => new Resolution.Keep(),
        1 => new Resolution.Discard(),
        2 => new Resolution.DiscardAndContinue(),
        3 => new Resolution.AssignTo(new Details { Description = "Meeting" }),
        4 => new Resolution.SplitAt(gap.Range.From.ToDateTimeOffset(TimeSpan.Zero) + (gap.Range.Duration / 2)),
        _ => null,
    };

    private static GapId FirstOpen(Bench bench)
    {
        using var store = new RawStore(bench.StorePath);
        return store.Rows("""
            SELECT gap_id FROM question WHERE answer IS NULL AND removed = 0 ORDER BY from_utc, to_utc, entry_id LIMIT 1
            """) is [var id] ? new(new Guid(Convert.FromHexString(id), bigEndian: true)) : default;
    }

    private static void AssertFoldsAgain(Bench bench)
    {
        using var store = new RawStore(bench.StorePath);
        var before = Projections(store);
        Rebuild(bench);
        Assert.Equal(before, Projections(store));
        Assert.Equal(
            store.Ask<long>("SELECT count(*) FROM operation"), store.Ask<long>("SELECT count(*) FROM outbox"));
    }

    private static void Rebuild(Bench bench)
    {
        using var database = Database.Open(bench.StorePath, StoreSchema.Current);
        using var transaction = database.BeginWrite();
        Projection.Rebuild(transaction);
        Assert.IsType<CommitOutcome.Committed>(transaction.Commit());
    }

    private static List<string> Projections(RawStore store) =>
    [
        .. store.Rows("SELECT * FROM entry ORDER BY entry_id"),
        .. store.Rows("SELECT * FROM entry_tag ORDER BY entry_id, tag"),
        .. store.Rows("SELECT * FROM project ORDER BY project_id"),
        .. store.Rows("SELECT * FROM question ORDER BY gap_id"),
        .. store.Rows("SELECT * FROM conflict ORDER BY entity_id, field"),
    ];

    private static List<string> Ranges(IEnumerable<Gap> gaps) =>
        [.. gaps.Select(gap => $"{gap.Range.From.Microseconds}|{gap.Range.To.Microseconds}|{(int)gap.Kind}").Order()];

    private static List<string> Ranges(Bench bench)
    {
        using var store = new RawStore(bench.StorePath);
        return [.. store.Rows("SELECT from_utc, to_utc, kind FROM question").Order()];
    }

    private static bool Overlaps(InMemoryLedger model, Entry entry) =>
        entry.Span is not EntrySpan.Closed { Duration.Ticks: 0 }
        && model.FindOverlap(
            entry.Span.Start.Instant,
            entry.Span is EntrySpan.Closed closed ? closed.End.Instant : Instant.Max,
            entry.Id) is not null;

    private static string Shape(Decision decision) => decision switch
    {
        Decision.Accepted => "done",
        Decision.NothingToDo nothing => nothing.Reason.ToString(),
        Decision.Rejected rejected => rejected.Rejection.Code.ToString(),
        _ => "?",
    };

    private static string Shape(CommandResult result) => result switch
    {
        CommandResult.Done => "done",
        CommandResult.NothingToDo nothing => nothing.Reason.ToString(),
        CommandResult.Rejected rejected => rejected.Rejection.Code.ToString(),
        _ => "?",
    };

    /// <summary>All that an entry is, a line each; entries that start together have no order of their own.</summary>
    private static string Lines(IEnumerable<Entry> entries) =>
        string.Join('\n', entries.Select(entry => entry.ToString()).Order(StringComparer.Ordinal));
}
