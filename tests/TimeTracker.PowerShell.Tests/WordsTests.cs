namespace TimeTracker.PowerShell.Tests;

/// <summary>Words as they are typed: descriptions, and the names of projects and tags.</summary>
public sealed class WordsTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Theory]
    [InlineData("Write the report", "Write the report")]
    [InlineData("'Write the' report", "Write the report")]
    [InlineData("Fix 0012 1.10 1kb 0x10", "Fix 0012 1.10 1kb 0x10")]
    [InlineData("0012", "0012")]
    [InlineData("Fix a, b and c", "Fix a, b and c")]
    [InlineData("Plan - and -5", "Plan - and -5")]
    [InlineData("-Description 'one two'", "one two")]
    [InlineData("'a -Porject b'", "a -Porject b")]
    public void TheWords_AreTheDescription(string typed, string description)
    {
        var entry = _engine.Run($"Start-TtTimer {typed} -Project Acme -PassThru")[0];
        Assert.Equal((description, "Acme"), (entry.Properties["Description"].Value, entry.Properties["Project"].Value));
        _engine.Run($"Switch-TtTimer {typed}; Add-TtEntry {typed} -Start 2026-03-02T09:00Z -End 2026-03-02T10:00Z");
    }

    [Theory]
    [InlineData("Start-TtTimer Call -Porject Acme", "-Project")]
    [InlineData("Switch-TtTimer Call -porject:Acme", "-Project")]
    [InlineData("Add-TtEntry Call -Strat 2026-03-02T09:00Z -Start 2026-03-02T09:00Z -End 2026-03-02T10:00Z", "-Start")]
    [InlineData("Start-TtTimer Call -Xyz", "Leave it out")]
    public void AWordThatLooksLikeAParameter_IsRefusedWithTheNearOne(string script, string near)
    {
        var error = _engine.Fail(script);
        Assert.StartsWith("NotAParameter,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(near, error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_engine.Folder));
    }

    [Fact]
    public void SpellingsOfOneTag_AreOneTag()
    {
        _engine.Run("""
            $n = 0
            foreach ($tag in 'code review', 'code  review', "Code$([char]0xA0)Review", "code re$([char]0xAD)view") {
                $n++; Add-TtEntry Task -Tag $tag -Start "2026-03-0${n}T09:00Z" -End "2026-03-0${n}T10:00Z"
            }
            """);
        Assert.Equal("4", $"{Assert.Single(_engine.Run("Get-TtTag")).Properties["Entries"].Value}");
        Assert.Equal(4, _engine.Run("Get-TtEntry -From 2026-03-01 -Tag 'CODE REVIEW'").Count);
    }

    [Fact]
    public void NamesThatDifferInWhatNobodySees_AreOneProject()
    {
        _engine.Run("""
            $n = 0
            foreach ($name in 'Acme Corp', "Acme$([char]0x200B) Corp", "Acme Cor$([char]0xAD)p", "$([char]0xFEFF)acme  corp") {
                $n++; Add-TtEntry Task -Project $name -Start "2026-03-0${n}T09:00Z" -End "2026-03-0${n}T10:00Z"
            }
            """);
        Assert.Equal("Acme Corp", Assert.Single(_engine.Run("Get-TtProject")).Properties["Name"].Value);
    }

    [Theory]
    [InlineData("Start-TtTimer \"$([char]0x200B)\"", "DescriptionEmpty")]
    [InlineData("Start-TtTimer x -Project \"$([char]0x2060)\"", "ProjectEmpty")]
    [InlineData("Start-TtTimer x -Tag \"$([char]0xFEFF)\"", "TagEmpty")]
    public void WhatNobodySees_IsEmpty(string script, string id) =>
        Assert.StartsWith($"{id},", _engine.Fail(script).FullyQualifiedErrorId, StringComparison.Ordinal);

    [Theory]
    [InlineData("-Text cafe\u0301", 1)]
    [InlineData("-Text ＣＡＦÉ", 1)]
    [InlineData("-Project Ac*", 2)]
    [InlineData("-Project acme,home", 2)]
    [InlineData("-Project ''", 1)]
    [InlineData("-Project '[Internal] Ops'", 1)]
    [InlineData("-Tag d*p", 1)]
    [InlineData("-Tag ''", 3)]
    public void AFilter_TakesAnySpellingListsAndPatterns(string filter, int entries)
    {
        Book();
        Assert.Equal(entries, _engine.Run($"Get-TtEntry -From 2026-03-01 {filter}").Count);
    }

    [Fact]
    public void WhatTabCompletes_FindsWhatItNames()
    {
        Book();
        var completed = _engine.Run("(TabExpansion2 \"Get-TtProject '[\").CompletionMatches.CompletionText")[0];
        Assert.Equal("[Internal] Ops", Assert.Single(_engine.Run($"Get-TtProject {completed}")).Properties["Name"].Value);
    }

    [Theory]
    [InlineData("Get-TtEntry -Project Acm", "There is no project 'Acm'. Near: Acme.")]
    [InlineData("Get-TtReport -Tag depe", "There is no tag 'depe'. Near: deep.")]
    [InlineData("Get-TtProject Nothing", "There is no project 'Nothing'.")]
    public void ANameThatIsNotKnown_IsToldWithNearOnes(string script, string warning)
    {
        Book();
        Assert.Equal([warning], _engine.Try(script).Warnings);
    }

    [Fact]
    public void ANewProjectMuchLikeAKnownOne_IsTold()
    {
        Book();
        Assert.Contains("'Amce' is new, and much like 'Acme'", Assert.Single(_engine.Try("Start-TtTimer x -Project Amce").Warnings), StringComparison.Ordinal);
        Assert.Empty(_engine.Try("Switch-TtTimer y -Project Garden").Warnings);
    }

    [Fact]
    public void ATitle_IsCutBetweenCharacters()
    {
        _engine.Run($"Measure-TtCommand {{ '{new string('x', 76)}\U0001F468\u200D\U0001F469\u200D\U0001F467 and more' }}");
        Assert.Single(_engine.Run("Get-TtEntry"));
    }

    [Fact]
    public void ARelativeDataFolder_IsRefused()
    {
        Environment.SetEnvironmentVariable(Engine.Home, "somewhere");
        Assert.StartsWith("StoreCannotOpen,", _engine.Fail("Get-TtTimer").FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.StartsWith("StoreCannotOpen,", _engine.Fail("Start-TtTimer x").FullyQualifiedErrorId, StringComparison.Ordinal);
        Environment.SetEnvironmentVariable(Engine.Home, _engine.Folder);
    }

    private void Book() => _engine.Run("""
        Add-TtEntry 'Café call' -Project Acme -Start 2026-03-02T09:00Z -End 2026-03-02T10:00Z
        Add-TtEntry 'Plan' -Project '[Internal] Ops' -Start 2026-03-03T09:00Z -End 2026-03-03T10:00Z
        Add-TtEntry 'Read' -Tag deep -Start 2026-03-04T09:00Z -End 2026-03-04T10:00Z
        Add-TtEntry 'Paint' -Project 'Acme' -Start 2026-03-05T09:00Z -End 2026-03-05T10:00Z
        """);
}
