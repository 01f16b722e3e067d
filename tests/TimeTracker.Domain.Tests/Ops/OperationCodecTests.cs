using System.Text;
using CsCheck;

namespace TimeTracker.Domain.Tests;

public sealed class OperationCodecTests
{
    private static readonly Guid Entity = new("018f0000-0000-7000-8000-0000000000a1");
    private readonly Desk desk = new();

    [Fact]
    public void Encode_HasOneSpelling()
    {
        desk.Accept(Desk.Start("Schrägstrich / \"Ende\" 😀", "Acme"));

        Assert.Equal(
            """{"description":"Schrägstrich / \"Ende\" \uD83D\uDE00","project":"PROJECT","tags":[],"billable":false,"span":{"start":[1804578073000000,"Europe/Berlin",60],"as_of":1804578073000000,"certainty":0}}"""
                .Replace("PROJECT", desk.Last.Project.ToString(), StringComparison.Ordinal),
            Text(desk.Ledger.Operations[^1].Body));
        Assert.Equal("""{"name":"Acme"}""", Text(desk.Ledger.Operations[0].Body));
    }

    [Fact]
    public void Decode_OfWhatWasEncoded_GivesTheSameBack()
    {
        desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Accept(Desk.Switch("Call"));
        desk.Accept(new Command.Suspend(When.Now.Value));
        desk.Accept(new Command.Resume(When.Now.Value));
        desk.Accept(new Command.Edit(desk.Last.Id, new Details { Tags = ["a", "b"], Project = "Home" }));
        desk.Accept(new Command.Undo());
        desk.Accept(new Command.Cancel());
        desk.Accept(Desk.Start("Plan"));
        desk.Clock.Sleep(TimeSpan.FromMinutes(10));
        desk.Ledger.Observe(Watch.Kept);
        var at = desk.Ledger.OpenGaps[0].Range.From.ToDateTimeOffset(TimeSpan.Zero).AddMinutes(3);
        desk.Ledger.Execute(new Command.Resolve(desk.Ledger.OpenGaps[0].Id, new Resolution.SplitAt(at)));
        desk.Ledger.Execute(new Command.Undo());
        Assert.Equal(3, desk.Ledger.Operations.Count(operation => operation.Body is OperationBody.OfGap));

        Assert.All(desk.Ledger.Operations, operation =>
        {
            var (kind, payload) = OperationCodec.Encode(operation.Body);
            Assert.Equal(operation.Body, OperationCodec.Decode(operation.Body.EntityId, kind, payload));
        });
    }

    [Theory]
    [InlineData("entry.set", "")]
    [InlineData("entry.set", "[]")]
    [InlineData("entry.set", "{")]
    [InlineData("entry.set", """{"colour":"red"}""")]
    [InlineData("entry.set", """{"description":7}""")]
    [InlineData("entry.set", """{"description":""}""")]
    [InlineData("entry.set", """{"description":"a","description":"b"}""")]
    [InlineData("entry.set", """{"project":"nobody"}""")]
    [InlineData("entry.set", """{"tags":[""]}""")]
    [InlineData("entry.set", """{"span":{"start":[1,"UTC",0],"end":[2,"UTC",0],"certainty":0}}""")]
    [InlineData("entry.set", """{"span":{"start":[1804578073000000,"UTC",0],"certainty":0}}""")]
    [InlineData("entry.set", """{"span":{"start":[1804578073000000,"UTC",0],"end":[1804578072000000,"UTC",0],"certainty":0}}""")]
    [InlineData("entry.set", """{"span":{"start":[1804578073000000,"UTC",0],"as_of":1804578072000000,"certainty":0}}""")]
    [InlineData("entry.set", """{"span":{"start":[1804578073000000,"UTC",0],"as_of":1804578073000000,"certainty":9}}""")]
    [InlineData("entry.set", """{"span":{"start":[1804578073000000,"UTC"],"as_of":1804578073000000,"certainty":0}}""")]
    [InlineData("entry.set", """{"span":{"start":[1804578073000000,"UTC",0],"as_of":1804578073000000,"certainty":0,"x":1}}""")]
    [InlineData("project.set", """{"name":" "}""")]
    [InlineData("project.set", """{"colour":"red"}""")]
    [InlineData("gap.set", """{"colour":"red"}""")]
    [InlineData("gap.set", """{"kind":0}""")]
    [InlineData("gap.set", """{"entry":"nobody"}""")]
    [InlineData("gap.set", """{"range":[1804578073000000,1804578072000000,0,0,0]}""")]
    [InlineData("gap.set", """{"range":[1804578073000000,1804578074000000,-1,0,0]}""")]
    [InlineData("gap.set", """{"range":[1804578073000000,1804578074000000,0,0,9]}""")]
    [InlineData("gap.set", """{"range":[1804578073000000,1804578074000000,9223372036854775807,0,0]}""")]
    [InlineData("gap.set", """{"range":[1804578073000000]}""")]
    [InlineData("gap.set", """{"answer":[9]}""")]
    [InlineData("gap.set", """{"answer":[]}""")]
    [InlineData("gap.set", """{"answer":1}""")]
    [InlineData("poem.set", "{}")]
    public void Decode_OfWhatItCannotRead_KeepsItAsNotUnderstood(string kind, string payload)
    {
        var body = OperationCodec.Decode(Entity, kind, Encoding.UTF8.GetBytes(payload));
        var unknown = Assert.IsType<OperationBody.NotUnderstood>(body);
        Assert.Equal((Entity, kind), (unknown.Entity, unknown.Kind));
        Assert.NotEmpty(unknown.Why);
    }

    [Theory]
    [InlineData("gap.set", """{"entry":"018f0000-0000-7000-8000-0000000000b1","kind":2,"range":[1804578073000000,1804578074000000,7,9,1],"answer":null,"removed":true}""")]
    [InlineData("gap.set", """{"answer":[5,1804578073000000]}""")]
    [InlineData("gap.set", """{"answer":[1],"removed":false}""")]
    [InlineData("project.set", """{"name":"Acme","removed":true}""")]
    [InlineData("entry.set", """{"project":null,"continues":null,"paused":true,"removed":true}""")]
    [InlineData("entry.set", """{"span":{"start":[1804578073000000,"UTC",0],"end":[1804578073000000,"UTC",-90],"certainty":1}}""")]
    public void WhatAnotherDeviceWrote_IsReadAndWrittenTheSame(string kind, string payload)
    {
        var body = OperationCodec.Decode(Entity, kind, Encoding.UTF8.GetBytes(payload));
        Assert.IsNotType<OperationBody.NotUnderstood>(body);
        Assert.Equal((kind, payload), (OperationCodec.Encode(body).Kind, Text(body)));
    }

    [Fact]
    public void Decode_OfTooMuch_DoesNotReadIt()
    {
        var payload = Encoding.UTF8.GetBytes("{" + new string(' ', OperationCodec.PayloadBytesMax) + "}");
        var unknown = Assert.IsType<OperationBody.NotUnderstood>(OperationCodec.Decode(Entity, "entry.set", payload));
        Assert.Contains("too large", unknown.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_OfTheGreatestLength_ReadsIt()
    {
        var payload = Encoding.UTF8.GetBytes("{" + new string(' ', OperationCodec.PayloadBytesMax - 2) + "}");
        Assert.IsType<OperationBody.OfEntry>(OperationCodec.Decode(Entity, "entry.set", payload));
    }

    [Fact]
    [Trait("Invariant", "INV-28")]
    public void Decode_OfAnyBytes_NeverThrows() =>
        Gen.Select(Gen.Byte.Array[0, 200], Gen.Bool).Sample((bytes, entry) =>
            OperationCodec.Decode(Entity, entry ? "entry.set" : "project.set", bytes) is OperationBody.NotUnderstood);

    [Fact]
    public void Encode_OfTheLargestThatCanBeSaid_FitsThePayload()
    {
        var details = new Details
        {
            Description = string.Concat(Enumerable.Repeat("😀", Description.LengthMax / 2)),
            Tags = [.. Enumerable.Range(0, TagSet.CountMax)
                .Select(i => string.Concat(Enumerable.Repeat("😀", (TagSet.LengthMax / 2) - 1)) + (char)('a' + i))],
        };
        desk.Accept(new Command.Start(details, When.Now.Value));

        Assert.InRange(Text(desk.Ledger.Operations[^1].Body).Length, 10_000, OperationCodec.PayloadBytesMax);
    }

    [Fact]
    public void Encode_OfWhatIsNotUnderstood_IsABug() => Assert.Throws<ArgumentException>(() =>
        OperationCodec.Encode(new OperationBody.NotUnderstood(Entity, "poem.set", "?")));

    private static string Text(OperationBody body) => Encoding.UTF8.GetString(OperationCodec.Encode(body).Payload);
}
