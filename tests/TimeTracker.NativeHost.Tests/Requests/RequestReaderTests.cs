using System.Text;
using TimeTracker.NativeHost.Requests;

namespace TimeTracker.NativeHost.Tests.Requests;

public sealed class RequestReaderTests
{
    [Theory]
    [Trait("Fault", "51")]
    [Trait("Invariant", "INV-26")]
    [InlineData("""{"id":7,"verb":"stop"}""", 7, "BadRequest")]
    [InlineData("""{"verb":"snapshot","id":7,"id":8}""", 7, "BadRequest")]
    [InlineData("""{"verb":"snapshot","verb":"today","id":7}""", 7, "BadRequest")]
    [InlineData("""{"id":7,"verb":"dance"}""", 7, "UnknownVerb")]
    [InlineData("""{"id":7,"verb":"Snapshot"}""", 7, "UnknownVerb")]
    [InlineData("""{"id":7,"verb":5}""", 7, "BadRequest")]
    [InlineData("""{"id":7}""", 7, "BadRequest")]
    [InlineData("""{"id":7,"verb":"snapshot","path":"/etc/passwd"}""", 7, "BadRequest")]
    [InlineData("""{"id":7,"verb":"snapshot"} {}""", 7, "NotJson")]
    [InlineData("""{"id":7,"\ud800":1,"verb":"snapshot"}""", 7, "BadRequest")]
    [InlineData("""{"id":7,"verb":"\ud800"}""", 7, "UnknownVerb")]
    [InlineData("""{"id":7,"verb":"snapshot",}""", 7, "NotJson")]
    [InlineData("""{"id":7,"verb":"snapsh""", 7, "NotJson")]
    [InlineData("""{"id":7,"verb":"snapshot" /* now */}""", 7, "NotJson")]
    [InlineData("""{"id":-1,"verb":"snapshot"}""", null, "NoId")]
    [InlineData("""{"id":9007199254740992,"verb":"snapshot"}""", null, "NoId")]
    [InlineData("""{"id":1e400,"verb":"snapshot"}""", null, "NoId")]
    [InlineData("""{"id":1.5,"verb":"snapshot"}""", null, "NoId")]
    [InlineData("""{"id":"7","verb":"snapshot"}""", null, "NoId")]
    [InlineData("""{"id":null,"verb":"snapshot"}""", null, "NoId")]
    [InlineData("""{"verb":"snapshot"}""", null, "NoId")]
    [InlineData("""{"a":{"id":7},"verb":"snapshot"}""", null, "NoId")]
    [InlineData("""[{"id":7,"verb":"snapshot"}]""", null, "NotJson")]
    [InlineData("null", null, "NotJson")]
    [InlineData("7", null, "NotJson")]
    [InlineData(" ", null, "NotJson")]
    [InlineData("""{"id":7,"verb":"start","command_id":"x","description":"d"}""", 7, "BadRequest")]
    [InlineData("""{"id":7,"verb":"suggest","field":"tag","text":null}""", 7, "BadRequest")]
    [InlineData("""{"id":7,"verb":"away","command_id":"019f0000-0000-7000-8000-000000000000","entry":"019f0000-0000-7000-8000-000000000001","from":"2027-03-09T08:00:00","to":"2027-03-09T09:00:00Z"}""", 7, "BadRequest")]
    public void WhatIsNoRequest_IsRefusedWithItsIdWhereThatCanBeRead(string json, int? id, string code)
    {
        var read = RequestReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(read.Request);
        Assert.Equal((id, code), ((int?)read.Id, read.Failure?.Code));
    }

    [Theory]
    [Trait("Fault", "51")]
    [InlineData("before")]
    [InlineData("behind")]
    public void ADepthOf10000_IsRefusedWithItsId(string where)
    {
        var deep = new string('[', 10_000) + new string(']', 10_000);
        var json = where == "before"
            ? $$"""{"id":7,"verb":"snapshot","x":{{deep}}}"""
            : $$"""{"x":{{deep}},"id":7,"verb":"snapshot"}""";
        var read = RequestReader.Read(Encoding.UTF8.GetBytes(json));
        Assert.Null(read.Request);
        Assert.Equal(7, read.Id);
    }

    [Fact]
    [Trait("Fault", "51")]
    public void InvalidUtf8_IsRefusedWithItsId()
    {
        var read = RequestReader.Read([.. """{"id":7,"verb":"suggest","field":"tag","text":" """u8, 0xC3, 0x28, .. "\"}"u8]);
        Assert.Null(read.Request);
        Assert.Equal((7, "NotJson"), (read.Id, read.Failure?.Code));
    }

    [Fact]
    public void IdAndVerb_MayStandBehindWhatLooksLikeThem()
    {
        var read = RequestReader.Read("""{"text":"a","field":"tag","id":7,"verb":"suggest"}"""u8);
        Assert.Equal(new SuggestRequest { Id = 7, Verb = "suggest", Field = "tag", Text = "a" }, read.Request);
        read = RequestReader.Read("""{"protocol":1,"id":7,"verb":"hello"}"""u8);
        Assert.Equal((7, 1), (read.Id, Assert.IsType<HelloRequest>(read.Request).Protocol));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9_007_199_254_740_991)]
    public void AnyIdThatABrowserCanCountTo_IsTaken(long id)
    {
        var read = RequestReader.Read(Encoding.UTF8.GetBytes($$"""{"id":{{id}},"verb":"snapshot"}"""));
        Assert.Equal((id, id), (read.Id, Assert.IsType<SnapshotRequest>(read.Request).Id));
    }

    [Fact]
    public void ARequestWithoutAVerb_IsToldSo() => Assert.Contains(
        "it names no verb", RequestReader.Read("""{"id":7}"""u8).Failure!.Message, StringComparison.Ordinal);

    [Fact]
    [Trait("Invariant", "INV-30")]
    public void AnError_RepeatsNothingThatWasTyped()
    {
        var read = RequestReader.Read("""{"id":7,"verb":"edit","command_id":"my secret note","entry":5}"""u8);
        Assert.DoesNotContain("secret", read.Failure!.Message, StringComparison.Ordinal);
    }
}
