namespace TimeTracker.Shell.Tests;

public sealed class InteractiveLoopTests
{
    [Fact]
    public void Lines_OfABlock_RunTogetherOnceItIsComplete()
    {
        var run = ShellRun.Run("$x = 5\nif ($x) {\n\"it is $x\"\n}\n'next'\n");

        Assert.Equal((0, "it is 5\nnext\n", string.Empty), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public void Error_DoesNotEndTheInput()
    {
        var run = ShellRun.Run("throw 'x'\n'still here'\n");

        Assert.Equal((0, "still here\n"), (run.ExitCode, run.Output));
        Assert.Equal("Exception: x\n", run.Errors);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n", 0)]
    [InlineData("Test-Thing\n", 1)]
    [InlineData("Test-Thing\n1\n", 0)]
    [InlineData("exit 9\n1\n", 9)]
    [InlineData("throw 1\nexit\n", 0)]
    public void Input_EndsWithTheCodeOfExitOrOfItsLastCommand(string input, int code) =>
        Assert.Equal(code, ShellRun.Run(input).ExitCode);

    [Fact]
    public void Input_ThatEndsWithinABlock_IsAnError()
    {
        var run = ShellRun.Run("if (1) {\n'lost'\n");

        Assert.Equal((1, string.Empty), (run.ExitCode, run.Output));
        Assert.Contains("Missing closing '}'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Exit_EndsTheInputAtOnce() => Assert.Equal("1\n", ShellRun.Run("1\nexit\n2\n").Output);

    [Fact]
    public void Errors_AreKeptOnceEach() =>
        Assert.Equal("2\n", ShellRun.Run("throw 1\nTest-Thing\n$Error.Count\n").Output);
}
