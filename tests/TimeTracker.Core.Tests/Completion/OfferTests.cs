using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Completion;

/// <summary>What is offered for a part of a project's name, a tag or a description.</summary>
public sealed class OfferTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Theory]
    [InlineData(" acme ", "Acme")]
    [InlineData("ac\u00ADme", "Acme")]
    [InlineData("U\u0308bung", "Übung")]
    public void AName_IsOfferedInAnySpelling(string part, string offered)
    {
        Book(8, "Acme");
        Book(9, "Übung");
        Assert.Equal([offered], _bench.Tracker.Completion.Projects(part));
        Assert.Equal([offered], _bench.Tracker.Completion.Tags(part));
    }

    [Fact]
    public void ADescription_IsOfferedByItsDecomposedSpelling()
    {
        Book(8, "Übung");
        Assert.Equal(["Übung"], _bench.Tracker.Completion.Descriptions("U\u0308b"));
        Assert.Empty(_bench.Tracker.Completion.Descriptions("half \ud83d"));
    }

    [Theory]
    [InlineData("", "100% sure|Write_up|Übung|O'Brien|Acme|Ask me")]
    [InlineData("ac", "Acme")]
    [InlineData("ME", "Acme|Ask me")]
    [InlineData("cm", "Acme")]
    [InlineData("k m", "Ask me")]
    [InlineData("nothing", "")]
    [InlineData("ü", "Übung")]
    [InlineData("ÜB", "Übung")]
    [InlineData("u", "100% sure|Write_up|Übung")]
    [InlineData("'", "O'Brien")]
    [InlineData("o'b", "O'Brien")]
    [InlineData("''", "")]
    [InlineData("\"", "")]
    [InlineData("%", "100% sure")]
    [InlineData("0% s", "100% sure")]
    [InlineData("1%", "")]
    [InlineData("_", "Write_up")]
    [InlineData("_U", "Write_up")]
    [InlineData("A_me", "")]
    [InlineData("*", "")]
    [InlineData("?", "")]
    [InlineData("[a]", "")]
    [InlineData("a\\", "")]
    [InlineData("acme; DROP TABLE entry", "")]
    public void WhatHoldsThePart_IsOffered_TheLatestUsedFirst(string part, string offered)
    {
        string[] names = ["Ask me", "Acme", "O'Brien", "Übung", "Write_up", "100% sure"];
        foreach (var (index, name) in names.Index())
        {
            Book(8 + index, name);
        }

        Assert.Equal(offered, string.Join('|', _bench.Tracker.Completion.Projects(part)));
        Assert.Equal(offered, string.Join('|', _bench.Tracker.Completion.Tags(part)));
        Assert.Equal(offered, string.Join('|', _bench.Tracker.Completion.Descriptions(part)));
    }

    [Fact]
    public void ANewStore_OffersNothing()
    {
        Assert.Empty(_bench.Tracker.Completion.Projects(""));
        Assert.Empty(_bench.Tracker.Completion.Tags(""));
        Assert.Empty(_bench.Tracker.Completion.Descriptions(""));
    }

    [Fact]
    public void WhatIsUsedAgain_ComesFirst()
    {
        Book(9, "a");
        Book(10, "b");
        Book(11, "a");
        Book(8, "c");
        AssertOffers("a", "b", "c");
    }

    [Fact]
    public void WhatWasMovedToALaterTime_ComesFirst()
    {
        var first = Book(9, "a");
        Book(10, "b");
        _bench.Do(new Command.Edit(first, new Details(), Bench.Monday(12), Bench.Monday(13)));
        AssertOffers("a", "b");
    }

    [Fact]
    public void SpellingsOfOne_AreOffered_AsItWasSpeltLast()
    {
        _bench.Add("DEEP work", Bench.Monday(12), TimeSpan.FromHours(1), null, "DEEP");
        _bench.Add("deep work", Bench.Monday(9), TimeSpan.FromHours(1), null, "deep");
        Assert.Equal(["DEEP"], _bench.Tracker.Completion.Tags("deep"));
        Assert.Equal(["DEEP work"], _bench.Tracker.Completion.Descriptions("deep"));
    }

    [Fact]
    public void MergedProjects_AreOfferedOnce()
    {
        Book(9, "Acme");
        Book(10, "Home");
        _bench.Do(new Command.RenameProject("Acme", "Home", Merge: true));
        Assert.Equal(["Home"], _bench.Tracker.Completion.Projects(""));
    }

    [Fact]
    public void WhatIsUsedNoMore_IsNotOffered_ButForAProject()
    {
        Book(9, "b");
        _bench.Do(new Command.Remove(Book(10, "a")));
        Assert.Equal(["b", "a"], _bench.Tracker.Completion.Projects(""));
        Assert.Equal(["b"], _bench.Tracker.Completion.Tags(""));
        Assert.Equal(["b"], _bench.Tracker.Completion.Descriptions(""));
    }

    [Fact]
    public void WhatOneOfTwoEntriesStillHas_IsOfferedByThatOne()
    {
        Book(9, "b");
        Book(10, "a");
        _bench.Do(new Command.Remove(Book(11, "b")));
        AssertOffers("a", "b");
    }

    [Fact]
    public void ProjectsThatAreNotUsed_ComeByName()
    {
        foreach (var name in (string[])["Home", "Acme", "Dogs"])
        {
            _bench.Do(new Command.Remove(Book(9, name)));
        }

        Assert.Equal(["Acme", "Dogs", "Home"], _bench.Tracker.Completion.Projects(""));
    }

    [Fact]
    public void TagsThatWereUsedAtOnce_ComeByName()
    {
        _bench.Add("Plan", Bench.Monday(9), TimeSpan.FromHours(1), null, "home", "acme", "dogs");
        Assert.Equal(["acme", "dogs", "home"], _bench.Tracker.Completion.Tags(""));
    }

    [Fact]
    public void AProjectThatWasTakenBack_IsNotOffered()
    {
        Book(9, "Acme");
        _bench.Do(new Command.Undo());
        Assert.Empty(_bench.Tracker.Completion.Projects(""));
    }

    [Fact]
    public void MoreThanAnyoneReads_IsNotOffered()
    {
        for (var index = 0; index <= TrackerCompletion.OffersMax; index++)
        {
            _bench.Add($"n{index}", Bench.Monday(1).AddMinutes(index), TimeSpan.FromMinutes(1), $"n{index}", $"n{index}");
        }

        string[] latest = [.. Enumerable.Range(1, TrackerCompletion.OffersMax).Reverse().Select(index => $"n{index}")];
        AssertOffers(latest);
        Assert.Equal(["n0"], _bench.Tracker.Completion.Projects("N0"));
        Assert.Equal(latest, _bench.Tracker.Completion.Entries("n").Select(view => view.Entry.Description.Value));
    }

    [Fact]
    public void TheMostThatIsOffered_IsFifty() => Assert.Equal(50, TrackerCompletion.OffersMax);

    private EntryId Book(int hour, string name) =>
        _bench.Add(name, Bench.Monday(hour), TimeSpan.FromMinutes(10), name, name);

    private void AssertOffers(params string[] offered)
    {
        Assert.Equal(offered, _bench.Tracker.Completion.Projects(""));
        Assert.Equal(offered, _bench.Tracker.Completion.Tags(""));
        Assert.Equal(offered, _bench.Tracker.Completion.Descriptions(""));
    }
}
