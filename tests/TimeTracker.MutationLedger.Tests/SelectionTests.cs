using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Tests;

public sealed class SelectionTests
{
    [Fact]
    public void Nothing_IsEverything()
    {
        var all = Selection.Parse([])!;
        Assert.Equal((Enum.GetValues<MutantKind>().Length, false), (all.Kinds.Count, all.Write));
        Assert.Empty(all.SinceFiles);
    }

    [Fact]
    public void KindsFilesAndWriting_AreRead()
    {
        var some = Selection.Parse(
            ["--kind", "schema", "--kind", "code", "--since-file", "core/A.cs", "--since-file", "core/B/"])!;
        Assert.Equal([MutantKind.Schema, MutantKind.Code], some.Kinds);
        Assert.True(Selection.Parse(["--write"])!.Write);
        Assert.Equal(["core/A.cs", "core/B"], some.SinceFiles);
        Assert.False(some.Write);
    }

    [Fact]
    public void TheScores_AreOfAllProjects_OrOfOne()
    {
        Assert.True(Selection.Parse(["--score", "--write"])!.Score);
        Assert.Equal(["core/B"], Selection.Parse(["--score", "--since-file", "core/B/", "--write"])!.SinceFiles);
        Assert.False(Selection.Parse([])!.Score);
    }

    [Theory]
    [InlineData("--score", "--kind", "code")]
    [InlineData("--kind")]
    [InlineData("--kind", "none")]
    [InlineData("--kind", "1")]
    [InlineData("--since-file")]
    [InlineData("--since-file", "core/A.cs", "--write")]
    [InlineData("all")]
    public void AnythingElse_IsRefused(params string[] words) => Assert.Null(Selection.Parse(words));
}
