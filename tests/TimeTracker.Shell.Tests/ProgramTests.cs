using System.Reflection;
using TimeTracker.TestKit;

namespace TimeTracker.Shell.Tests;

/// <summary>The executable as it is started: a copy of its folder with a module beside it.</summary>
public sealed class ProgramTests : IClassFixture<ProgramTests.Copy>
{
    private readonly Copy _copy;

    public ProgramTests(Copy copy) => _copy = copy;

    [Fact]
    public void Command_WritesPlainUtf8AndExitsWithZero()
    {
        var run = Run("-Command", "Get-Thing; \"`e[31mred`e[0m\"");

        Assert.Equal((0, string.Empty), (run.ExitCode, run.Errors));
        Assert.Contains("α項目    1", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("red", run.Output.TrimEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Output);
        Assert.DoesNotContain('\uFEFF', run.Output);
    }

    [Fact]
    public void Command_ThatFails_ExitsWithOneAndLeavesOutputEmpty()
    {
        var run = Run("-Command", "Show-Thing; Test-Thing");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Equal(
            ["WARNING: take care", "Test-Thing: The thing broke.", "  Recommendation: Mend the thing."],
            run.Errors.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void File_TakesArgumentsAndItsExitCode()
    {
        using var folder = new TemporaryFolder();
        var script = folder["it's a script.ps1"];
        File.WriteAllText(
            script, "param([string] $Name, [switch] $Loud) \"$Name|$Loud|$args|$PSScriptRoot\"; Test-Thing; exit 7");

        var run = Run("-File", script, "-Loud", "-Name", "it's $x", "ümlaut");

        Assert.Equal(7, run.ExitCode);
        Assert.Equal($"it's $x|True|ümlaut|{folder.Path}", run.Output.Trim());
    }

    [Theory]
    [InlineData("Test-Thing", 0)]
    [InlineData("throw 'x'", 1)]
    [InlineData("'never' }", 1)]
    public void File_FailsByAnErrorThatEndsIt(string text, int code)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["a.ps1"], text);

        var run = Run("-File", folder["a.ps1"]);

        Assert.Equal((code, string.Empty), (run.ExitCode, run.Output));
        Assert.NotEmpty(run.Errors);
    }

    [Fact]
    public void File_ThatIsMissing_IsBadUsage() => Assert.Equal(64, Run("-File", "no-such.ps1").ExitCode);

    [Fact]
    public void Arguments_ThatAreUnknown_AreAnsweredWithTheUsage()
    {
        var run = Run("-Nonsense");

        Assert.Equal((64, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("Usage: ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void PipedInput_IsRunWithoutPrompts()
    {
        var process = ChildProcess.Start(_copy.Executable);
        process.StandardInput.Write("if ($true) {\n'größer'\n}\nRemove-Thing\nn\nexit 3\n");
        process.StandardInput.Close();

        var run = ChildProcess.Finish(process);

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"größer{Environment.NewLine}kept thing{Environment.NewLine}", run.Output);
    }

    [RequiresFact(Requirement.Linux)]
    public void NativeCommand_KeepsItsOutputAndFailure()
    {
        var run = Run("-Command", "/bin/echo native; /bin/false");

        Assert.Equal((1, "native\n"), (run.ExitCode, run.Output));
    }

    [RequiresFact(Requirement.Linux)]
    public void Interrupt_StopsTheCommandAndExitsWith130()
    {
        var process = ChildProcess.Start(_copy.Executable, "-Command", "'ready'; while ($true) { }");
        Assert.Equal("ready", process.StandardOutput.ReadLine());

        ChildProcess.Run("/bin/kill", "-INT", $"{process.Id}");

        Assert.Equal(130, ChildProcess.Finish(process).ExitCode);
    }

    private ChildProcess Run(params string[] arguments)
    {
        var process = ChildProcess.Start(_copy.Executable, arguments);
        process.StandardInput.Close();
        return ChildProcess.Finish(process);
    }

    public sealed class Copy : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Copy()
        {
            var source = Path.Combine(
                Baked("RepositoryRoot"), ".artifacts", "bin", "TimeTracker.Shell", Baked("Configuration"));
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = _folder[Path.GetRelativePath(source, file)];
                Directory.CreateDirectory(Path.GetDirectoryName(target)!); // A file in a folder has one.
                File.Copy(file, target);
            }

            SmallModule.WriteTo(_folder.Path);
        }

        public string Executable =>
            _folder[OperatingSystem.IsWindows() ? "TimeTracker.Shell.exe" : "TimeTracker.Shell"];

        public void Dispose() => _folder.Dispose();

        private static string Baked(string key) => typeof(Copy).Assembly
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == key).Value!; // Every test project bakes it in.
    }
}
