using TimeTracker.Core.Sync;
using TimeTracker.Core.Tests.Sync;
using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>Operations that no decider made, which another program sent: of several open entries one runs.</summary>
[Trait("Invariant", "INV-28")]
public sealed class EntityMergerTests : IDisposable
{
    private static readonly DateTimeOffset Nine = new(2027, 3, 9, 9, 0, 0, TimeSpan.Zero);

    private readonly ServerInProcess _server = new();
    private readonly Replica _laptop = new();

    public void Dispose()
    {
        _laptop.Dispose();
        _server.Dispose();
    }

    [Fact]
    public void TheOneThatStartsLastRuns_AndEachOtherEndsWhereTheNextStarts()
    {
        var (ten, nine, eleven) = (Open("ten", 60), Open("nine", 0), Open("eleven", 120));
        Pull(ten, nine, eleven);
        Assert.Equal(
            [("nine", Nine.AddHours(1)), ("ten", Nine.AddHours(2)), ("eleven", null)],
            _laptop.Bench.All().Select(view => (view.Entry.Description.Value, EndOf(view.Entry))));
        Assert.All(_laptop.Bench.All().Take(2), view => Assert.Equal(
            Certainty.Estimated, Assert.IsType<EntrySpan.Closed>(view.Entry.Span).Certainty));
        Assert.Equal(
            [new Conflict(PatchFields.RunsOn, Id(ten), Id(nine)), new Conflict(PatchFields.RunsOn, Id(eleven), Id(ten))],
            _laptop.Bench.Tracker.Sync.Conflicts().Select(view => view.Conflict).OrderBy(conflict => conflict.Winner == Id(eleven)));
    }

    [Fact]
    public void OfTwoThatStartTogether_TheOneWithTheGreaterIdRuns()
    {
        // Two ids of one millisecond are in no order of their own.
        var byId = new[] { Open("one", 0), Open("other", 0) }.OrderBy(body => $"{body.Entry}", StringComparer.Ordinal).ToList();
        Pull(byId[1], byId[0]);
        Assert.Equal(byId[1].Patch.Description.Value.Value, _laptop.Bench.Tracker.CurrentEntry()!.Entry.Description.Value);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void HoweverThePagesAreCut_TheSameComesOut(int rowsMax)
    {
        _server.RowsMax = rowsMax;
        Pull(Open("ten", 60), Open("nine", 0), Open("eleven", 120));
        var state = _laptop.State();
        _laptop.FoldAgain();
        Assert.Equal(state, _laptop.State());
        Assert.Equal(3, _laptop.Bench.All().Count);
        Assert.Equal("eleven", _laptop.Bench.Tracker.CurrentEntry()!.Entry.Description.Value);
    }

    [Fact]
    public void WhatIsClosedOrRemoved_IsLeftAsItIs()
    {
        var removed = Open("removed", 180);
        Pull(Open("nine", 0), removed with { Patch = removed.Patch with { Removed = Field.Set(true) } });
        Assert.Equal("nine", _laptop.Bench.Tracker.CurrentEntry()!.Entry.Description.Value);
        Assert.Empty(_laptop.Bench.Tracker.Sync.Conflicts());
    }

    [Fact]
    public void AChangeOfAnEntryThatNobodyMade_MakesNone()
    {
        var open = Open("nine", 0);
        Pull(open with { Patch = new EntryPatch { Billable = Field.Set(true) } });
        Assert.Empty(_laptop.Bench.All());
    }

    private static DateTimeOffset? EndOf(Entry entry) => (entry.Span as EntrySpan.Closed)?.End.ToDateTimeOffset();

    private static OperationId Id(OperationBody.OfEntry body) => OperationId.FromMinted(body.Entry.Value);

    private static OperationBody.OfEntry Open(string description, int minutes)
    {
        var start = ZonedInstant.In(TimeZoneInfo.Utc, Instant.Nearest(Nine.AddMinutes(minutes)));
        return new(new(Tracker.NewCommandId().Operation(1).Value), new EntryPatch
        {
            Description = Field.Set(Description.Parse(description)),
            Span = Field.Set<EntrySpan>(new EntrySpan.Open(start, start.Instant)),
        });
    }

    /// <summary>Another device sends these, each knowing those before it, and the laptop pulls them.</summary>
    private void Pull(params OperationBody.OfEntry[] bodies)
    {
        OperationId? last = null;
        var operations = bodies.Select((body, index) =>
        {
            var (kind, payload) = OperationCodec.Encode(body);
            var operation = new PushOperation(Id(body), index + 1, last, 0, false, OperationEnvelope.Seal(new(
                Guid.Empty, Guid.Empty, kind, body.EntityId, payload, 0, string.Empty,
                new(Instant.MicrosecondsOf(Nine), TimeSpan.Zero, TimeSpan.Zero, new ClockDomain("elsewhere")))));
            last = operation.Id;
            return operation;
        });
        _server.Log.Push(_server.User, new(new(Guid.CreateVersion7()), FeedCursor.Start, [.. operations]));
        Assert.IsType<PassOutcome.Done>(_laptop.Sync(_server));
    }
}
