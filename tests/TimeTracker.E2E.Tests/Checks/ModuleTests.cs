using TimeTracker.BrowserKit;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Checks;

/// <summary>What the extension's modules decide, without a browser: the tests of Modules/, by Node's own runner.</summary>
public sealed class ModuleTests
{
    private static string Folder { get; } = Path.Combine(Built.Root, "tests", "TimeTracker.E2E.Tests", "Modules");

    public static TheoryData<string> Files { get; } =
        new(Directory.EnumerateFiles(Folder, "*.test.js").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));

    [RequiresTheory(Requirement.Npm)]
    [MemberData(nameof(Files))]
    public void TheModulesTests_Pass(string file)
    {
        var run = ChildProcess.Run("node", "--test", Path.Combine(Folder, file));
        Assert.True(run.ExitCode == 0, run.Output);
    }
}
