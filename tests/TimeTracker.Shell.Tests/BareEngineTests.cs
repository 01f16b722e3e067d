namespace TimeTracker.Shell.Tests;

public sealed class BareEngineTests
{
    [Theory]
    [InlineData("Get-Date", "Get-Date")]
    [InlineData("get-date", "Get-Date")]
    [InlineData("echo hello", "Write-Output")]
    [InlineData("cd /", "Set-Location")]
    [InlineData("Get-Thing | ft", "Format-Table")]
    [InlineData("Get-Thing | Sort-Object Name -Descending", "Sort-Object")]
    [InlineData("1 > somewhere", "Out-File")]
    public void Command_OfAFullPowerShell_IsNamedAsSuchInOneLine(string text, string name)
    {
        var run = ShellRun.Command(text);

        Assert.Equal(1, run.ExitCode);
        Assert.EndsWith(
            $": This is the bare PowerShell engine, which has no {name}: a full PowerShell 7.6 has that command.\n",
            run.Errors,
            StringComparison.Ordinal);
        Assert.Equal(1, run.Errors.Count(static letter => letter == '\n'));
    }

    [Fact]
    public void Command_ThatNobodyHas_KeepsTheEnginesMessage() =>
        Assert.Contains("is not recognized", ShellRun.Command("Get-Nonsense").Errors, StringComparison.Ordinal);

    [Theory]
    [InlineData("Where-Object")]
    [InlineData("ForEach-Object")]
    [InlineData("Get-Help")]
    [InlineData("Get-Command")]
    [InlineData("Get-Module")]
    public void Command_OfTheEngine_IsNotCalledMissing(string name) => Assert.Null(BareEngine.MessageFor(name));

    [Fact]
    public void Aliases_LeadToACommandOfTheEngineOrToOneThatIsNamedMissing()
    {
        var run = ShellRun.Command(
            "Get-Command -CommandType Alias | Where-Object { -not $_.ResolvedCommand } | ForEach-Object Definition");

        // A full PowerShell has the disconnected sessions on Windows only, and their aliases everywhere.
        var missing = run.Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(static name => name != "Receive-PSSession")
            .ToList();
        Assert.NotEmpty(missing);
        Assert.All(missing, static name => Assert.NotNull(BareEngine.MessageFor(name)));
    }
}
