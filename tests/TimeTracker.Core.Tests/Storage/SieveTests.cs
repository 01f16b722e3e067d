using TimeTracker.Core.Storage;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Storage;

public sealed class SieveTests
{
    [Theory]
    [InlineData("Caf\u00e9", "\u00c9")]
    [InlineData("CAF\u00c9 au lait", "f\u00e9")]
    [InlineData("\u039f\u0394\u03a5\u03a3\u03a3\u0395\u03a5\u03a3", "\u03c5\u03c2")]
    [InlineData("\u03bf\u03b4\u03cc\u03c2", "\u03a3")]
    [InlineData("10 \u00b5m", "\u039c")]
    [InlineData("300 kelvin", "300 \u212aEL")]
    [InlineData("100 %_", "%_")]
    [InlineData("\U0001f600 smile", "\U0001f600")]
    [InlineData("\U00010400 deseret", "\U00010428")]
    [InlineData("\u041e\u0442\u0447\u0451\u0442", "\u0447\u0401")]
    public void WhatHoldsThePart_IsFoundWheneverDotNetFindsItComposed(string text, string part)
    {
        using var home = new TemporaryFolder();
        using var tracker = Tracker.Open(new TrackerOptions { Folder = home.Path });
        tracker.Execute(new Command.Start(new Details { Description = "Something else" }, When.Now.Value));
        tracker.Execute(new Command.Switch(new Details { Description = text }, When.Now.Value));

        Assert.Equal(
            text.Contains(part.Normalize(), StringComparison.OrdinalIgnoreCase) ? [text] : [], tracker.Completion.Descriptions(part));
        Assert.Equal(
            tracker.Completion.Descriptions(part), tracker.Completion.Entries(part).Select(view => view.Entry.Description.Value));
    }

    [Fact]
    public void NoLetterBeyondAscii_IsSiftedByFewerThanAllItsSpellings()
    {
        var beyond = Enumerable.Range(0x80, char.MaxValue - 0x7f).Select(unit => (char)unit);
        foreach (var letter in beyond.Where((unit, at) => at % 997 == 0 && !char.IsSurrogate(unit)))
        {
            var spellings = (string)Sieve.Of(letter.ToString())[1];
            Assert.All(
                [char.ToUpperInvariant(letter), char.ToLowerInvariant(letter), letter],
                other => Assert.True(
                    !other.ToString().Equals(letter.ToString(), StringComparison.OrdinalIgnoreCase)
                        || spellings.Contains(other, StringComparison.Ordinal),
                    $"U+{(int)letter:X4} as U+{(int)other:X4}"));
        }
    }
}
