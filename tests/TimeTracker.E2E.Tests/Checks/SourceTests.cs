using System.Text.Json;
using TimeTracker.BrowserKit;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Checks;

/// <summary>The extension's files, as checkers see them that read nothing else.</summary>
public sealed class SourceTests
{
    private const string Compiler = "typescript/bin/tsc";

    // One manifest serves both: Firefox takes the scripts of the background, Chromium its worker.
    private static readonly string[] ExpectedWarnings = ["BACKGROUND_SERVICE_WORKER_IGNORED"];

    [RequiresFact(Requirement.Npm)]
    public void TheCode_HasItsTypes()
    {
        var run = Check(Built.Extension);
        Assert.True(run.ExitCode == 0, run.Output);
    }

    [RequiresFact(Requirement.Npm)]
    public void CodeOfAnotherType_IsFound()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["wrong.js"], "/** @type {number} */\nexport const wrong = chrome.runtime.id;\n");
        var run = Check(folder.Path);
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("TS2322", run.Output, StringComparison.Ordinal);
    }

    [RequiresFact(Requirement.Npm)]
    public void TheLinterOfExtensions_FindsNoErrorAndNothingNew()
    {
        var run = NpmTools.Run(
            "web-ext/bin/web-ext.js", "lint", "--source-dir", Built.Extension, "--output", "json", "--no-config-discovery");
        using var report = JsonDocument.Parse(run.Output);
        Assert.Empty(report.RootElement.GetProperty("errors").EnumerateArray());
        Assert.Equal(
            ExpectedWarnings,
            report.RootElement.GetProperty("warnings").EnumerateArray().Select(one => one.GetProperty("code").GetString()!).Order());
    }

    /// <summary>The compiler takes what it includes from its settings' folder, so they are written beside the code.</summary>
    private static ChildProcess Check(string folder)
    {
        using var settings = new TemporaryFolder();
        var types = Path.GetFullPath(Path.Combine(NpmTools.File(Compiler), "../../../@types"));
        File.WriteAllText(settings["tsconfig.json"], JsonSerializer.Serialize(new
        {
            extends = Path.Combine(Built.Root, "tests", "TimeTracker.E2E.Tests", "tsconfig.json"),
            include = new[] { $"{folder}/**/*.js" },
            compilerOptions = new { typeRoots = new[] { types } },
        }));
        return NpmTools.Run(Compiler, "-p", settings["tsconfig.json"]);
    }
}
