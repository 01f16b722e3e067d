using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Completion;

/// <summary>Which entries are offered for a part of a description or the first digits of an id.</summary>
public sealed class EntryOfferTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData("", "Übung,Call the bank,Write the report")]
    [InlineData("THE", "Call the bank,Write the report")]
    [InlineData("ank", "Call the bank")]
    [InlineData("ü", "Übung")]
    [InlineData("%", "")]
    [InlineData("zz", "")]
    public void WhatHoldsThePart_IsOffered_TheLatestFirst(string part, string offered)
    {
        _bench.Add("Call the bank", Bench.Monday(10), TimeSpan.FromHours(1));
        _bench.Add("Write the report", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Add("Übung", Bench.Monday(11), TimeSpan.FromHours(1));
        Assert.Equal(offered, string.Join(',', Offered(part)));
    }

    [Fact]
    public void EachEntryOfOneDescription_IsOffered()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Add("Plan", Bench.Monday(10), TimeSpan.FromHours(1));
        Assert.Equal(["Plan", "Plan"], Offered("plan"));
    }

    [Fact]
    public void AnOffer_IsShownAsAnyEntryIs()
    {
        _bench.Do(Bench.Start("Plan", "Acme"));
        _bench.Clock.Work(TimeSpan.FromMinutes(3));
        Assert.Equal(_bench.All(), _bench.Tracker.Completion.Entries("plan"));
    }

    [Theory]
    [InlineData("D")]
    [InlineData("N")]
    public void AnId_IsFound_HoweverItIsWritten(string format)
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Add("Call", Bench.Monday(10), TimeSpan.FromHours(1));
        var text = id.Value.ToString(format);
        Assert.Equal(["Plan"], Offered(text));
        Assert.Equal(["Plan"], Offered(text.ToUpperInvariant()));
        Assert.Equal(["Plan"], Offered(text[..^1]));
    }

    [Fact]
    public void AnId_IsFoundByItsBeginningAlone()
    {
        var text = $"{_bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1)).Value:N}";
        Assert.Empty(Offered(text[12..]));
        Assert.Empty(Offered(text + "0"));
        Assert.Empty(Offered(text[..^1] + "x"));
        Assert.Empty(Offered(text[..^1] + (text[^1] == '0' ? '1' : '0')));
    }

    [Fact]
    public void TheFirstAndTheLastIdOfABeginning_AreFound()
    {
        var (first, last) = (new Guid("0190aaaa-0000-7000-8000-000000000000"), new Guid("0190aaaa-ffff-7fff-bfff-ffffffffff00"));
        foreach (var id in (Guid[])[first, last])
        {
            Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(
                CommandId.FromFresh(id),
                new Command.Add(new Details { Description = $"{id}"[9..13] }, Bench.Monday(9), Bench.Monday(9))));
        }

        Assert.Equal(["ffff", "0000"], Offered("0190aaaa"));
        Assert.Equal(["0000"], Offered("0190aaaa-0000-7000-8000-000000000001"));
        Assert.Empty(Offered("0190aaab"));
        Assert.Empty(Offered("0190aaa9"));
    }

    [Fact]
    public void WhatTheIdFinds_ComesBeforeWhatTheDescriptionFinds_AndOnce()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        var digits = $"{id.Value:N}"[..^1];
        _bench.Add($"About {digits}", Bench.Monday(10), TimeSpan.FromHours(1));
        _bench.Do(new Command.Edit(id, new Details { Description = $"It is {digits}" }));
        Assert.Equal([$"It is {digits}", $"About {digits}"], Offered(digits));
    }

    [Fact]
    public void WhatWasRemoved_IsNotOffered()
    {
        var id = _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1));
        _bench.Do(new Command.Remove(id));
        Assert.Empty(Offered("plan"));
        Assert.Empty(Offered(id.ToString()));
    }

    [Fact]
    public void NoMoreIdsAreOffered_ThanAnyoneReads()
    {
        EntryId[] made = [.. Enumerable.Range(0, TrackerCompletion.OffersMax + 1)
            .Select(at => _bench.Add("Plan", Bench.Monday(1).AddMinutes(at), TimeSpan.FromMinutes(1)))];
        Assert.Equal(
            made.OrderByDescending(id => id.Value.ToString(), StringComparer.Ordinal).Take(TrackerCompletion.OffersMax),
            _bench.Tracker.Completion.Entries($"{made[0].Value:N}"[..5]).Select(view => view.Entry.Id));
    }

    private IEnumerable<string> Offered(string part) =>
        _bench.Tracker.Completion.Entries(part).Select(view => view.Entry.Description.Value);
}
