namespace TimeTracker.Domain.Tests;

/// <summary>What people may type, and up to which length.</summary>
public sealed class TextTests
{
    [Theory]
    [InlineData(null, RejectionCode.DescriptionEmpty)]
    [InlineData("  ", RejectionCode.DescriptionEmpty)]
    [InlineData("a\nb", RejectionCode.ControlCharacters)]
    [InlineData("a\u2028b", RejectionCode.ControlCharacters)]
    [InlineData("a\u2029b", RejectionCode.ControlCharacters)]
    [InlineData("a\ud83d", RejectionCode.ControlCharacters)]
    [InlineData("a\ufffd", RejectionCode.ControlCharacters)]
    public void ADescriptionThatCannotBe_IsRefused(string? text, RejectionCode code)
    {
        Assert.False(Description.TryParse(text, out var description, out var rejection));
        Assert.Null(description);
        Assert.Equal(code, rejection.Code);
        Assert.Contains("description", rejection.Message, StringComparison.Ordinal);
        Assert.Equal(rejection.Message, Assert.Throws<FormatException>(() => Description.Parse(text)).Message);
    }

    [Theory]
    [InlineData(null, RejectionCode.ProjectEmpty)]
    [InlineData("a\tb", RejectionCode.ControlCharacters)]
    public void AProjectsNameThatCannotBe_IsRefused(string? text, RejectionCode code)
    {
        Assert.False(ProjectName.TryParse(text, out var name, out var rejection));
        Assert.Null(name);
        Assert.Equal(code, rejection.Code);
        Assert.Contains("project", rejection.Message, StringComparison.Ordinal);
        Assert.Equal(rejection.Message, Assert.Throws<FormatException>(() => ProjectName.Parse(text)).Message);
    }

    [Theory]
    [InlineData(null, RejectionCode.TagEmpty)]
    [InlineData("a\tb", RejectionCode.ControlCharacters)]
    public void ATagThatCannotBe_IsRefused(string? text, RejectionCode code)
    {
        Assert.False(TagSet.TryParse(["good", text], out var tags, out var rejection));
        Assert.Null(tags);
        Assert.Equal(code, rejection.Code);
        Assert.Contains("tag", rejection.Message, StringComparison.Ordinal);
        Assert.Equal(rejection.Message, Assert.Throws<FormatException>(() => TagSet.Parse([text])).Message);
    }

    [Fact]
    public void ATextOfTheGreatestLength_IsKept_AndALongerOneRefused()
    {
        Assert.Equal(Description.LengthMax, Description.Parse(new('a', Description.LengthMax)).Value.Length);
        Assert.Equal(ProjectName.LengthMax, ProjectName.Parse(new('a', ProjectName.LengthMax)).Value.Length);
        Assert.Equal(TagSet.LengthMax, TagSet.Parse([new('a', TagSet.LengthMax)])[0].Length);

        Assert.False(Description.TryParse(new('a', Description.LengthMax + 1), out _, out var rejection));
        Assert.Contains($"description has {Description.LengthMax + 1}", rejection.Message, StringComparison.Ordinal);
        Assert.False(ProjectName.TryParse(new('a', ProjectName.LengthMax + 1), out _, out rejection));
        Assert.Contains($"project has {ProjectName.LengthMax + 1}", rejection.Message, StringComparison.Ordinal);
        Assert.False(TagSet.TryParse([new('a', TagSet.LengthMax + 1)], out _, out rejection));
        Assert.Contains($"tag has {TagSet.LengthMax + 1}", rejection.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TagsUpToTheirGreatestNumber_AreKept_WhereTheSameCountOnce()
    {
        var most = Enumerable.Range(1, TagSet.CountMax).Select(number => $"tag{number:00}").ToList();
        Assert.Equal(most, TagSet.Parse([.. most, "TAG01"]));
        Assert.False(TagSet.TryParse([.. most, "more"], out var tags, out var rejection));
        Assert.Null(tags);
        Assert.Equal(RejectionCode.TooManyTags, rejection.Code);
    }

    [Fact]
    public void NoTags_AreTheEmptySet()
    {
        Assert.True(TagSet.TryParse(null, out var tags, out _));
        Assert.Same(TagSet.Empty, tags);
        Assert.Same(TagSet.Empty, TagSet.Parse([]));
        Assert.Equal("a, b", TagSet.Parse(["b", "a"]).ToString());
        Assert.False(TagSet.Parse(["a"]).Equals(null));
        Assert.False(TagSet.Parse(["a"]).Equals((object)"a"));
        Assert.NotEqual(TagSet.Parse(["a"]), TagSet.Parse(["b"]));
    }

    [Fact]
    public void TwoSpellingsOfAName_AreOneProject_AndEachIsShownAsItIs()
    {
        var (first, second) = (ProjectName.Parse("Acme  Corp"), ProjectName.Parse("acme corp"));
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.Equal("Acme Corp", first.ToString());
        Assert.False(first.Equals(null));
        Assert.NotEqual(first, ProjectName.Parse("Acmecorp"));
    }

    [Theory]
    [InlineData("Acme\u200B Corp")]
    [InlineData("Acme Cor\u00ADp")]
    [InlineData("\uFEFFAcme Corp\u2060")]
    [InlineData("Acme\u00A0Corp")]
    [InlineData("Ａcme Ｃorp")]
    public void WhatNobodySees_TellsNoNamesApart(string text)
    {
        Assert.Equal(ProjectName.Parse("acme corp"), ProjectName.Parse(text));
        Assert.Equal(ProjectId.For(ProjectName.Parse("Acme Corp")), ProjectId.For(ProjectName.Parse(text)));
    }

    [Theory]
    [InlineData("\uFEFFPlan\u200B ", "Plan")]
    [InlineData("\u2764\uFE0F", "\u2764\uFE0F")]
    [InlineData("\U0001F468\u200D\U0001F469", "\U0001F468\u200D\U0001F469")]
    [InlineData("a  b", "a  b")]
    public void ADescription_IsTrimmedOfWhatNobodySees_ButNotWithin(string text, string kept) =>
        Assert.Equal(kept, Description.Parse(text).Value);

    [Fact]
    public void WhatAnEarlierVersionTook_IsStillRead_ThoughNothingOfItCanBeSeen()
    {
        Assert.Equal("\u200B", Description.Parse("\u200B").Value);
        Assert.Equal("\u200B", ProjectName.Parse("\u200B").Value);
        Assert.Equal("\u200B", ProjectName.Parse("\u200B").Key);
        Assert.Equal(["a"], TagSet.Parse(["\u200B", "a"]));
    }
}
