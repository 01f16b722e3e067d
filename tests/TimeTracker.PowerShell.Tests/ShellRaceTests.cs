using TimeTracker.TestKit;

namespace TimeTracker.PowerShell.Tests;

/// <summary>Many shells on one store at once: what each says and exits with is what happened.</summary>
public sealed class ShellRaceTests : IDisposable
{
    private readonly Engine _engine = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    [Trait("Invariant", "INV-01")]
    public void FortyShellsThatAddAtOnce_LoseNothing()
    {
        var answers = Race(40, number =>
            $"Add-TtEntry 'Task {number}' -Start '2026-01-05 09:{number:00}' -End '2026-01-05 09:{number:00}:30'");

        Assert.All(answers, answer => Assert.True(answer.ExitCode == 0, answer.Errors));
        Assert.Equal(40, _engine.Run("Get-TtEntry -From '2026-01-05' -To '2026-01-06'").Count);
    }

    [Fact]
    [Trait("Invariant", "INV-04")]
    public void TwentyShellsThatStartATimerAtOnce_StartOne_AndTheOthersSayWhatRuns()
    {
        var answers = Race(20, number => $"Start-TtTimer 'Task {number}'");

        var running = _engine.Run("Get-TtTimer")[0].Properties["Description"].Value;
        Assert.Single(answers, answer => answer.ExitCode == 0);
        Assert.Equal(19, answers.Count(answer => answer.ExitCode == 1
            && answer.Errors.Contains($"'{running}' has been running since", StringComparison.Ordinal)));
    }

    private static ChildProcess[] Race(int shells, Func<int, string> command)
    {
        var program = Path.Combine(
            Engine.RepositoryRoot, ".artifacts", "bin", "TimeTracker.Shell", Engine.Configuration, "TimeTracker.Shell.dll");
        var started = Enumerable.Range(0, shells)
            .Select(number => ChildProcess.Start("dotnet", program, "-Command", command(number))).ToArray();
        foreach (var process in started)
        {
            process.StandardInput.Close();
        }

        return [.. started.Select(ChildProcess.Finish)];
    }
}
