namespace TimeTracker.Shell.Tests;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("y\n", "removed thing\n")]
    [InlineData("Yes\n", "removed thing\n")]
    [InlineData("\n", "removed thing\n")]
    [InlineData("n\n", "kept thing\n")]
    [InlineData("maybe\n?\nN\n", "kept thing\n")]
    [InlineData("", "kept thing\n")]
    [InlineData("maybe", "kept thing\n")]
    public void Confirm_TakesItsAnswerFromTheInput(string input, string output)
    {
        var run = ShellRun.Command("Remove-Thing", input);

        Assert.Equal((0, output), (run.ExitCode, run.Output));
        Assert.Contains("[Y] Yes", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Confirm_AfterTheInputsEnd_SaysThatTheAnswerIsNo() => Assert.EndsWith(
        "The input has ended: the answer is No.\n", ShellRun.Command("Remove-Thing").Errors, StringComparison.Ordinal);

    [Fact]
    public void Confirm_Suspended_RunsCommandsBeforeItAsksAgain()
    {
        var run = ShellRun.Command("Remove-Thing", "S\n'nested'\nexit\ny\n");

        Assert.Equal((0, "nested\nremoved thing\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("\n", 1)]
    [InlineData("no such\nb\n", 1)]
    [InlineData("First\n", 0)]
    public void Choice_WithoutANo_FallsBackToTheDefault(string input, int answer)
    {
        var run = ShellRun.Command(
            "$Host.UI.PromptForChoice('Caption', 'Message', [System.Management.Automation.Host.ChoiceDescription[]]"
            + "('&First', '&b'), 1)",
            input);

        Assert.Equal($"{answer}\n", run.Output);
    }

    [Fact]
    public void Choice_WithNeitherNoNorDefault_FailsAtTheInputsEnd()
    {
        var run = ShellRun.Command(
            "$Host.UI.PromptForChoice('', '', [System.Management.Automation.Host.ChoiceDescription[]]"
            + "('&a', '&b'), -1)");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The input has ended", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void MandatoryParameter_IsAskedFor() =>
        Assert.Equal("used it\n", ShellRun.Command("Use-Name", "it\n").Output);

    [Fact]
    public void MandatoryParameter_AtTheInputsEnd_IsAnError()
    {
        var run = ShellRun.Command("Use-Name");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("missing mandatory parameters: Name", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadLine_AndTheSecretOne_TakeLinesOfTheInput()
    {
        var run = ShellRun.Command(
            "$Host.UI.ReadLine(); $Host.UI.ReadLineAsSecureString().Length; $null -eq $Host.UI.ReadLine()",
            "one\nfour\n");

        Assert.Equal("one\n4\nTrue\n", run.Output);
    }
}
