using System.Text;

namespace TimeTracker.Domain.Tests;

/// <summary>A message of each kind, and what they are made of.</summary>
internal static class Messages
{
    internal static readonly DeviceId Laptop = new(new Guid("018f0000-0000-7000-8000-00000000d001"));

    internal static readonly Instant Noon = Instant.FromMicroseconds(1_816_000_000_000_000);

    internal static readonly FeedRow First = FeedRow.After(FeedCursor.Start, Laptop, Operation(1), Noon);

    internal static readonly PushRequest Push = new(Laptop, First.Cursor, [Operation(2, seen: 1), Operation(3)]);

    internal static readonly PushResponse Pushed = new(
    [
        new(Id(2), new Verdict.Accepted(2)), new(Id(3), new Verdict.Duplicate(1)), new(Id(4), Verdict.IdWasReused),
    ]);

    internal static readonly ChangesResponse Page = new([First], First.Cursor, false);

    internal static readonly EnrolRequest Enrol = new("ABCD-EFGH-JKMN-PQRS", "Anna's laptop");

    internal static readonly EnrolResponse Enrolled = new(new Guid("018f0000-0000-7000-8000-00000000e001"), "anna", "tt_secret");

    internal static readonly DevicesResponse Devices = new(
        [new(Enrolled.Enrolment, "laptop", Noon, null, true), new(Enrolled.Enrolment, "phone", Noon, Noon, false)]);

    internal static readonly Problem Refused = new("urn:timetracker:gone", "Gone", 410, "a", "b", "c");

    internal static OperationId Id(int number) =>
        OperationId.FromMinted(new Guid($"018f0000-0000-7000-8000-{number:x10}01"));

    internal static PushOperation Operation(int seq, long seen = 0) => new(
        Id(seq), seq, seq == 1 ? null : Id(seq - 1), seen, false, new Payload(Encoding.UTF8.GetBytes($"note {seq} ü+/")));

    internal static T Valid<T>(Received<T> received) => Assert.IsType<Received<T>.Valid>(received).Value;
}
