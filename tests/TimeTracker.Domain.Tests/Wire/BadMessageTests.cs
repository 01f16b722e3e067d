using System.Text;
using CsCheck;

namespace TimeTracker.Domain.Tests;

public sealed class BadMessageTests
{
    private static readonly byte[][] All =
    [
        Messages.Push.ToWire(), Messages.Pushed.ToWire(), Messages.Page.ToWire(), Messages.Enrol.ToWire(),
        Messages.Enrolled.ToWire(), Messages.Devices.ToWire(), Messages.Refused.ToWire(),
    ];

    [Theory]
    [InlineData("\"seq\":2", "\"seq\":0", "ops[0].seq is not a whole number from 1 to 9007199254740991")]
    [InlineData("\"seq\":2", "\"seq\":1.5", "ops[0].seq is not a whole number from 1 to 9007199254740991")]
    [InlineData("\"seq\":2", "\"seq\":9007199254740992", "ops[0].seq is not a whole number from 1 to 9007199254740991")]
    [InlineData("\"seq\":2", "\"seq\":\"2\"", "ops[0].seq is not a whole number from 1 to 9007199254740991")]
    [InlineData("\"seq\":2", "\"seq\":3", "the message: ops[1].seq does not rise from 1")]
    [InlineData("\"seq\":2", "\"seq\":1", "the message: ops[0].prev_op_id is missing, or stands at the first number")]
    [InlineData("\"seq\":2", "\"seq\":2,\"seq\":2", "it is not one JSON object without repeated keys")]
    [InlineData("\"seen\":1", "\"seen\":2", "the message: ops[0].seen is beyond the cursor")]
    [InlineData("\"seen\":1", "\"seen\":-1", "ops[0].seen is not a whole number from 0 to 9007199254740991")]
    [InlineData("\"seen\":1,", "", "ops[0].seen is missing")]
    [InlineData("false", "0", "ops[0].relayed is not true or false")]
    [InlineData("0201", "0200", "ops[0].op_id is not an operation's id, whose last byte is 1 to 255")]
    [InlineData("00d001", "", "device_id is not a UUID that is not all zeros")]
    [InlineData("018f0000-0000-7000-8000-00000000d001", "00000000-0000-0000-0000-000000000000", "device_id is not a UUID that is not all zeros")]
    [InlineData("\"payload\":\"", "\"payload\":\"-", "ops[0].payload is not base64")]
    [InlineData("\"chain\":\"", "\"chain\":\"\\ud800", "cursor.chain is not 64 lower-case hexadecimal digits")]
    [InlineData("\"ops\":[", "\"ops\":{\"a\":[", "it is not one JSON object without repeated keys")]
    [InlineData("\"ops\":[", "\"ops\":[[],", "ops[0] is not an object")]
    [InlineData("{\"device_id\"", "[{\"device_id\"", "it is not one JSON object without repeated keys")]
    public void ABadPush_IsRefusedWithItsPlace(string good, string bad, string reason)
    {
        var push = Encoding.UTF8.GetString(Messages.Push.ToWire());
        var at = push.IndexOf(good, StringComparison.Ordinal);
        var json = push[..at] + bad + push[(at + good.Length)..];
        var received = Assert.IsType<Received<PushRequest>.Invalid>(PushRequest.FromWire(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(reason, received.Reason);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("<html>")]
    public void WhatIsNoMessage_IsNone(string text)
    {
        var json = Encoding.UTF8.GetBytes(text);
        Assert.IsType<Received<PushRequest>.Invalid>(PushRequest.FromWire(json));
        Assert.IsType<Received<PushResponse>.Invalid>(PushResponse.FromWire(json));
        Assert.IsType<Received<ChangesResponse>.Invalid>(ChangesResponse.FromWire(json));
        Assert.IsType<Received<EnrolRequest>.Invalid>(EnrolRequest.FromWire(json));
        Assert.IsType<Received<EnrolResponse>.Invalid>(EnrolResponse.FromWire(json));
        Assert.IsType<Received<DevicesResponse>.Invalid>(DevicesResponse.FromWire(json));
        Assert.IsType<Received<Problem>.Invalid>(Problem.FromWire(json));
    }

    [Fact]
    public void TenThousandOperations_AreTooMany()
    {
        var operation = """{"op_id":"018f0000-0000-7000-8000-000000000101","seq":1,"seen":0,"relayed":false,"payload":""},""";
        var json = Encoding.UTF8.GetString(Messages.Push.ToWire()).Replace(
            "\"ops\":[", "\"ops\":[" + string.Concat(Enumerable.Repeat(operation, 10_000)), StringComparison.Ordinal);
        var tooLarge = Assert.IsType<Received<PushRequest>.TooLarge>(PushRequest.FromWire(Encoding.UTF8.GetBytes(json)));
        Assert.Equal("ops has more than 500 items", tooLarge.Reason);
    }

    [Fact]
    public void AnEmptyPush_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new PushRequest(Messages.Laptop, FeedCursor.Start, []));

    [Theory]
    [InlineData("{\"code\":\"a\",\"name\":\"b\\u0007\"}")]
    [InlineData("{\"code\":\"a\",\"name\":\" b\"}")]
    [InlineData("{\"code\":\"a\",\"name\":\"\\ud800\"}")]
    [InlineData("{\"code\":\"a\",\"name\":\"\"}")]
    public void ANameThatIsNone_IsRefused(string json) =>
        Assert.IsType<Received<EnrolRequest>.Invalid>(EnrolRequest.FromWire(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void NoBytes_MakeAReaderThrow() =>
        Gen.Select(
            Gen.Int[0, All.Length - 1], Gen.Select(Gen.Int[0, 10_000], Gen.Byte).Array[0, 4], Gen.Int[0, 10_000], Gen.Bool)
        .Sample((message, changes, end, isCut) =>
        {
            var bytes = All[message].ToArray();
            foreach (var (at, value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            var json = isCut ? bytes.AsMemory(0, end % bytes.Length) : bytes;
            Assert.NotNull(PushRequest.FromWire(json));
            Assert.NotNull(PushResponse.FromWire(json));
            Assert.NotNull(ChangesResponse.FromWire(json));
            Assert.NotNull(EnrolRequest.FromWire(json));
            Assert.NotNull(EnrolResponse.FromWire(json));
            Assert.NotNull(DevicesResponse.FromWire(json));
            Assert.NotNull(Problem.FromWire(json));
        });
}
