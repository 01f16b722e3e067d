namespace TimeTracker.Shell.Tests;

public sealed class CommandTests
{
    [Fact]
    public void Command_ThatSucceeds_WritesItsResultAndExitsWithZero()
    {
        var run = ShellRun.Command("1 + 1");

        Assert.Equal((0, "2\n", string.Empty), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("Test-Thing", 1)]
    [InlineData("Test-Thing -Terminating", 1)]
    [InlineData("throw 'x'", 1)]
    [InlineData("1 +", 1)]
    [InlineData("Test-Thing; 3", 0)]
    [InlineData("try { throw 'x' } catch { 'handled' }", 0)]
    [InlineData("Test-Thing -ErrorAction Stop; 3", 1)]
    [InlineData("exit 7", 7)]
    [InlineData("exit", 0)]
    [InlineData("Test-Thing; exit 0", 0)]
    public void Command_EndsWithTheCodeThatPwshGives(string text, int code) =>
        Assert.Equal(code, ShellRun.Command(text).ExitCode);

    [Fact]
    public void Error_GoesToStandardError_WithItsRecommendation()
    {
        var run = ShellRun.Command("Test-Thing; 'after'");

        Assert.Equal("after\n", run.Output);
        Assert.Equal("Test-Thing: The thing broke.\n  Recommendation: Mend the thing.\n", run.Errors);
    }

    [Theory]
    [InlineData("throw 'words'", "words")]
    [InlineData("1 + ", "expression following")]
    [InlineData("1 }", "Unexpected token")]
    [InlineData("[int]::Parse('x')", "not in a correct format")]
    [InlineData("function f { f }; f", "call depth")]
    public void Error_ThatEndsTheCommand_IsShownOnceAndWithoutAStackTrace(string text, string words)
    {
        var run = ShellRun.Command(text);

        Assert.Empty(run.Output);
        Assert.Equal(2, run.Errors.Split(words).Length);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 }")]
    [InlineData("1 +")]
    [InlineData("if (1) {")]
    public void Error_OfTheParser_ShowsTheLineThatItIsIn(string text) =>
        Assert.Contains($"   1 |  {text}", ShellRun.Command(text).Errors, StringComparison.Ordinal);

    [Fact]
    public void Warning_AndVerbose_GoToStandardError()
    {
        var run = ShellRun.Command("Show-Thing -Verbose");

        Assert.Empty(run.Output);
        Assert.Equal("WARNING: take care\nVERBOSE: in detail\n", run.Errors);
    }

    [Fact]
    public void Table_CountsWideLettersTwice()
    {
        var run = ShellRun.Command("Get-Thing");

        Assert.Contains("Name  Size\n----  ----\nα項目    1\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Module_ThatIsMissing_IsOneLineThatSaysHowToBuildIt()
    {
        var run = ShellRun.RunWith(["/nowhere/TimeTracker.psd1"], string.Empty, "-Command", "1");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            $"The TimeTracker module is not built: run '{ModuleLocation.BuildCommand}' in the repository.\n",
            run.Errors);
    }

    [Fact]
    public void Module_ThatCannotBeImported_IsOneLine()
    {
        using var folder = new TestKit.TemporaryFolder();
        var manifest = SmallModule.WriteTo(folder.Path);
        File.WriteAllText(Path.ChangeExtension(manifest, "psm1"), "throw 'torn'");

        var run = ShellRun.RunWith([manifest], string.Empty, "-Command", "1");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"The module at {manifest} cannot be imported: ", run.Errors, StringComparison.Ordinal);
        Assert.Contains("torn", run.Errors, StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(static letter => letter == '\n'));
    }
}
