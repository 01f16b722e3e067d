using System.Text;

namespace TimeTracker.Domain.Tests.Wire;

/// <summary>An operation on its way to another device, which may have to send it on byte for byte.</summary>
[Trait("Invariant", "INV-28")]
public sealed class OperationEnvelopeTests
{
    private const string Sealed =
        """
        {"command":"018f0000-0000-7000-8000-000000000a00","kind":"entry","entity":"018f0000-0000-7000-8000-000000000b01","reading":[1800000000000000,7000001,9000002,"Zürich"],"payload":{"removed":true}}
        """;

    private static readonly OperationId Id = OperationId.FromMinted(new Guid("018f0000-0000-7000-8000-000000000a01"));

    private static readonly LedgerRow Row = new(
        Id.Value,
        new Guid("018f0000-0000-7000-8000-000000000a00"),
        "entry",
        new Guid("018f0000-0000-7000-8000-000000000b01"),
        Encoding.UTF8.GetBytes("""{"removed":true}"""),
        Seen: 5,
        "sync",
        new(
            1_800_000_000_000_000,
            TimeSpan.FromMicroseconds(7_000_001),
            TimeSpan.FromMicroseconds(9_000_002),
            new ClockDomain("Zürich")));

    [Fact]
    public void AnOperation_HasOneSpelling() =>
        Assert.Equal(Sealed, Encoding.UTF8.GetString(OperationEnvelope.Seal(Row).Bytes.Span));

    [Fact]
    public void WhatWasSealed_IsOpenedAsItWas()
    {
        var opened = OperationEnvelope.Open(Id, Of(Sealed), seen: 5, "sync");
        Assert.Equal(Row.Payload, opened.Payload);
        Assert.Equal(Row, opened with { Payload = Row.Payload });
    }

    public static TheoryData<string> Unreadable { get; } =
    [
        "", "no JSON", "[]", "{}",
        Sealed + " ",
        Sealed.Replace("\"command\":", "\"comand\":", StringComparison.Ordinal),
        Sealed.Replace("\"kind\":", "\"kinds\":", StringComparison.Ordinal),
        Sealed.Replace("\"entity\":", "\"entities\":", StringComparison.Ordinal),
        Sealed.Replace("\"reading\":", "\"readings\":", StringComparison.Ordinal),
        Sealed.Replace("\"payload\":", "\"payloads\":", StringComparison.Ordinal),
        Sealed.Replace("\"entry\"", "\"\"", StringComparison.Ordinal),
        Sealed.Replace("\"entry\"", "null", StringComparison.Ordinal),
        Sealed.Replace("entry", new string('k', 65), StringComparison.Ordinal),
        Sealed.Replace(",\"Zürich\"", "", StringComparison.Ordinal),
        Sealed.Replace("Zürich", "Z\\u00fcrich", StringComparison.Ordinal),
        Sealed.Replace("7000001", "\"7000001\"", StringComparison.Ordinal),
        Sealed.Replace("7000001", "9223372036854775807", StringComparison.Ordinal),
        Sealed.Replace("018f0000-0000-7000-8000-000000000b01", "nobody", StringComparison.Ordinal),
        Sealed.Replace("\"kind\"", "\"more\":1,\"kind\"", StringComparison.Ordinal),
        Sealed.Replace("\"removed\":true", "\"removed\":true,\"removed\":true", StringComparison.Ordinal),
        Sealed.Replace("true", new string('[', 15) + new string(']', 15), StringComparison.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Unreadable))]
    public void WhatWouldNotComeOutAsItCameIn_IsKeptUnread_AndSentOnAsItIs(string text)
    {
        var opened = OperationEnvelope.Open(Id, Of(text), seen: 5, "sync");
        Assert.Equal(
            (Id.Value, Id.Command.Value, OperationEnvelope.UnreadableKind, Id.Value, 5, "sync"),
            (opened.Operation, opened.Command, opened.Kind, opened.Entity, opened.Seen, opened.Origin));
        Assert.Equal(default(long), opened.Reading.UtcMicroseconds);
        Assert.Equal(ClockDomain.None, opened.Reading.Domain);
        Assert.Equal(text, Encoding.UTF8.GetString(OperationEnvelope.Seal(opened).Bytes.Span));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(1)]
    public void AKindOfAnyKnownLength_IsOpened(int length)
    {
        var kind = new string('k', length);
        Assert.Equal(
            kind, OperationEnvelope.Open(Id, Of(Sealed.Replace("entry", kind, StringComparison.Ordinal)), 5, "sync").Kind);
    }

    [Fact]
    public void NoPayload_IsABug() =>
        Assert.Throws<ArgumentNullException>("payload", () => OperationEnvelope.Open(Id, null!, 0, "sync"));

    private static Payload Of(string text) => new(Encoding.UTF8.GetBytes(text));
}
