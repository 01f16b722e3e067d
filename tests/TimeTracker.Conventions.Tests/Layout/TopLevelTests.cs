namespace TimeTracker.Conventions.Tests.Layout;

public sealed class TopLevelTests
{
    private static readonly string[] Allowed =
    [
        "TimeTracker.sln", "core", "pwsh-module", "native-host", "analyzers", "tests", "mutation", "README.md",
        "global.json", "LICENSE",
    ];

    [Fact]
    public void TheTopLevel_HoldsOnlyWhatBelongsThere()
    {
        var ignored = File.ReadLines(Path.Combine(Repository.Root, ".gitignore"))
            .Select(line => line.TrimEnd('/'))
            .ToHashSet();
        var entries = Directory.EnumerateFileSystemEntries(Repository.Root).Select(entry => Path.GetFileName(entry)!);
        Assert.DoesNotContain(entries, entry => !ignored.Contains(entry) && !IsAllowed(entry));
    }

    [Theory]
    [InlineData("docs", false)]
    [InlineData("NOTES.md", false)]
    [InlineData("Directory.Build.cs", false)]
    [InlineData("Directory.Packages.props", true)]
    [InlineData(".github", true)]
    public void AnEntry_IsJudgedByItsName(string entry, bool allowed) => Assert.Equal(allowed, IsAllowed(entry));

    private static bool IsAllowed(string entry) =>
        Allowed.Contains(entry)
        || entry.StartsWith('.')
        || (entry.StartsWith("Directory.", StringComparison.Ordinal)
            && Path.GetExtension(entry) is ".props" or ".targets");
}
