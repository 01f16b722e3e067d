using TimeTracker.BrowserKit;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Checks;

/// <summary>The checkers that package-lock.json pins, where tests/run.sh puts them.</summary>
internal static class NpmTools
{
    private static string Modules { get; } = Path.Combine(Built.Root, ".artifacts", "npm", "node_modules");

    /// <summary>A file of a package.</summary>
    internal static string File(string path)
    {
        var file = Path.Combine(Modules, path);
        Assert.True(System.IO.File.Exists(file), $"{file} is not there: tests/run.sh installs it.");
        return file;
    }

    /// <summary>Runs a package's program.</summary>
    internal static ChildProcess Run(string path, params string[] arguments) => ChildProcess.Run("node", [File(path), .. arguments]);
}
