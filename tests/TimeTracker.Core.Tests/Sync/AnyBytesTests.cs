using CsCheck;
using TimeTracker.Core.Sync;
using TimeTracker.Domain;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>What other devices send may be anything: newer, broken or hostile. The fold takes it, and agrees.</summary>
public sealed class AnyBytesTests
{
    private static readonly Guid[] Entities =
        [.. Enumerable.Range(1, 4).Select(n => new Guid($"018f0000-0000-7000-8000-00000000{n:x2}01"))];

    private static readonly Gen<OperationBody> Bodies = Gen.Select(
        Gen.Int[0, 3], Gen.Frequency((1, Gen.Int[0, 255]), (1, Gen.Const(255 - (int)PatchFields.Removed))), Gen.Int[0, 500], Gen.Int[-300, 300], Gen.Bool,
        (entity, fields, start, length, removed) => (OperationBody)new OperationBody.OfEntry(new(Entities[entity]), new EntryPatch
        {
            Description = Field.Set(Description.Parse($"Task {start % 3}")),
            Billable = Field.Set(removed),
            Tags = Field.Set(TagSet.Parse(["a"])),
            Project = Field.Set<ProjectId?>(new ProjectId(Entities[start % 4])),
            Span = Field.Set(Span(start, length)),
            Paused = Field.Set(removed),
            Continues = Field.Set<EntryId?>(new EntryId(Entities[start % 4])),
            Removed = Field.Set(removed),
        }.Only((PatchFields)fields)));

    [Fact]
    [Trait("Invariant", "INV-28")]
    public void BytesThatNobodyCanRead_AreKeptAndCounted_AndChangeNothing() => Gen.Byte.Array[0, 60].Array[1, 8].Sample(
        payloads =>
        {
            using var server = new ServerInProcess();
            using var laptop = new Replica();
            laptop.Bench.Do(Bench.Start("Plan"));
            Assert.IsType<PassOutcome.Done>(laptop.Sync(server));
            var before = laptop.State();
            Push(server, new(Guid.CreateVersion7()), [.. payloads.Select(bytes => new Payload(bytes))], _ => 0);
            Assert.IsType<PassOutcome.Done>(laptop.Sync(server));

            Assert.Equal(before, laptop.State());
            Assert.Equal(payloads.Length, laptop.Bench.Tracker.Sync.Status().NotUnderstood);
        },
        iter: Samples.UpTo(40),
        threads: 2);

    [Fact]
    [Trait("Invariant", "INV-28")]
    [Trait("Invariant", "INV-29")]
    public void OperationsThatNoDeciderMade_AreFoldedAlike_WhateverThePages() => Gen.Select(
            Bodies.Array[1, 12], Bodies.Array[1, 12], Gen.Int[0, 20].Array[24], Gen.Int[1, 5])
        .Sample(
            (mine, yours, seen, page) =>
            {
                using var server = new ServerInProcess();
                using var laptop = new Replica();
                using var phone = new Replica();
                var (one, two) = (new DeviceId(Guid.CreateVersion7()), new DeviceId(Guid.CreateVersion7()));
                Push(server, one, [.. mine.Select(Sealed)], i => Math.Min(seen[i], 0));
                server.RowsMax = page;
                Assert.IsType<PassOutcome.Done>(phone.Sync(server));
                Push(server, two, [.. yours.Select(Sealed)], i => Math.Min(seen[i], mine.Length));
                Assert.IsType<PassOutcome.Done>(phone.Sync(server));
                server.RowsMax = 500;
                Assert.IsType<PassOutcome.Done>(laptop.Sync(server));

                Assert.Equal(laptop.State(), phone.State());
                Assert.InRange(phone.Ask<long>("SELECT count(*) FROM entry WHERE end_utc IS NULL AND removed_by IS NULL"), 0, 1);
                phone.FoldAgain();
                Assert.Equal(laptop.State(), phone.State());
            },
            iter: Samples.UpTo(60),
            threads: 2);

    private static EntrySpan Span(int start, int length)
    {
        var from = Zoned(start);
        return length < 0 ? new EntrySpan.Open(from, from.Instant) : new EntrySpan.Closed(from, Zoned(start + length));
    }

    private static ZonedInstant Zoned(int minutes) => ZonedInstant.In(
        TimeZoneInfo.Utc, Instant.Nearest(new DateTimeOffset(2027, 3, 9, 7, 0, 0, TimeSpan.Zero).AddMinutes(minutes)));

    private static Payload Sealed(OperationBody body)
    {
        var (kind, payload) = OperationCodec.Encode(body);
        return OperationEnvelope.Seal(new(
            Guid.Empty, Guid.Empty, kind, body.EntityId, payload, 0, string.Empty,
            new(1_800_000_000_000_000 + payload.Length, TimeSpan.Zero, TimeSpan.Zero, new ClockDomain("elsewhere"))));
    }

    private static void Push(ServerInProcess server, DeviceId device, List<Payload> payloads, Func<int, long> seen)
    {
        OperationId? last = null;
        var operations = payloads.Select((payload, index) =>
        {
            var operation = new PushOperation(Tracker.NewCommandId().Operation(1), index + 1, last, seen(index), false, payload);
            last = operation.Id;
            return operation;
        }).ToList();
        var head = server.Head();
        Assert.IsType<TimeTracker.SyncServer.Pushing.PushOutcome.Done>(server.Log.Push(server.User, new(device, head, operations)));
    }
}
