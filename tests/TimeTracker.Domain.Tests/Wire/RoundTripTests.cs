using System.Text;

namespace TimeTracker.Domain.Tests;

public sealed class RoundTripTests
{
    [Fact]
    public void APush_ReadsAsItWasWritten()
    {
        var read = Messages.Valid(PushRequest.FromWire(Messages.Push.ToWire()));
        Assert.Equal(Messages.Push.Device, read.Device);
        Assert.Equal(Messages.Push.Cursor, read.Cursor);
        Assert.Equal(Messages.Push.Operations, read.Operations);
    }

    [Fact]
    public void AsManyOperationsAsOnePushHolds_AreRead()
    {
        var push = new PushRequest(
            Messages.Laptop,
            FeedCursor.Start,
            [.. Enumerable.Range(1, WireLimits.PushOperationsMax).Select(seq => Messages.Operation(seq))]);
        Assert.Equal(push.Operations, Messages.Valid(PushRequest.FromWire(push.ToWire())).Operations);
    }

    [Fact]
    public void VerdictsReadAsTheyWereWritten() => Assert.Equal(
        Messages.Pushed.Verdicts, Messages.Valid(PushResponse.FromWire(Messages.Pushed.ToWire())).Verdicts);

    [Fact]
    public void APage_ReadsAsItWasWritten()
    {
        var read = Messages.Valid(ChangesResponse.FromWire(Messages.Page.ToWire()));
        Assert.Equal(Messages.Page.Rows, read.Rows);
        Assert.Equal(Messages.Page with { Rows = read.Rows }, read);
    }

    [Fact]
    public void TheOtherMessages_ReadAsTheyWereWritten()
    {
        Assert.Equal(Messages.Enrol, Messages.Valid(EnrolRequest.FromWire(Messages.Enrol.ToWire())));
        Assert.Equal(Messages.Enrolled, Messages.Valid(EnrolResponse.FromWire(Messages.Enrolled.ToWire())));
        Assert.Equal(Messages.Devices.Devices, Messages.Valid(DevicesResponse.FromWire(Messages.Devices.ToWire())).Devices);
        Assert.Equal(Messages.Refused, Messages.Valid(Problem.FromWire(Messages.Refused.ToWire())));
    }

    [Fact]
    public void APushIsTheseBytes_ForEver() => Assert.Equal(
        """{"device_id":"018f0000-0000-7000-8000-00000000d001","cursor":{"feed_no":0,"chain":"0000000000000000000000000000000000000000000000000000000000000000"},"ops":[{"op_id":"018f0000-0000-7000-8000-000000000101","seq":1,"seen":0,"relayed":false,"payload":"bm90ZSAxIMO8Ky8="}]}""",
        Encoding.UTF8.GetString(new PushRequest(Messages.Laptop, FeedCursor.Start, [Messages.Operation(1)]).ToWire()));

    [Fact]
    public void KeysThatANewerProgramAdds_AreIgnored() => Messages.Valid(PushRequest.FromWire(
        Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(Messages.Push.ToWire()).Replace("\"seq\"", "\"new\":{},\"seq\"", StringComparison.Ordinal))));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16 * 1024)]
    public void AnOperation_TakesNoMoreBytesThanItSays(int payloadBytes)
    {
        var largest = new PushOperation(
            Messages.Id(1), WireLimits.NumberMax, Messages.Id(2), WireLimits.NumberMax, false, new Payload(new byte[payloadBytes]));
        var cursor = new FeedCursor(WireLimits.NumberMax, default);
        var one = new PushRequest(Messages.Laptop, cursor, [largest with { Seq = WireLimits.NumberMax - 1 }]).ToWire().Length;
        var two = new PushRequest(Messages.Laptop, cursor, [largest with { Seq = WireLimits.NumberMax - 1 }, largest]).ToWire().Length;
        Assert.InRange(two - one, 0, PushOperation.WireBytesMax(payloadBytes));
    }

    [Fact]
    [Trait("Invariant", "INV-30")]
    public void SecretsAndNotes_DoNotStandInTexts()
    {
        Assert.DoesNotContain(Messages.Enrolled.Token, Messages.Enrolled.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Messages.Enrol.Code, Messages.Enrol.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("note", Messages.Operation(1).ToString(), StringComparison.Ordinal);
    }
}
