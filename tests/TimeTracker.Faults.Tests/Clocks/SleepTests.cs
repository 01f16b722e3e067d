using System.Diagnostics;
using TimeTracker.Faults.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.Faults.Tests.Clocks;

/// <summary>
/// Sleep on the machine's real clocks: a time namespace whose CLOCK_BOOTTIME has gone on and whose CLOCK_MONOTONIC has
/// not. Such a namespace is another clock domain, so the program is given a fixed name for it.
/// </summary>
public sealed class SleepTests : IDisposable
{
    private const string Fixed = "--domain one";

    // In memory: a program has less than two seconds for its end, whatever a busy disk takes.
    private readonly TemporaryFolder _folder = TemporaryFolder.InMemory();

    public void Dispose() => _folder.Dispose();

    [RequiresTheory(Requirement.Linux | Requirement.Root | Requirement.TimeNamespace)]
    [InlineData(600)]
    [InlineData(28_800)]
    [Trait("Scenario", "8.2")]
    [Trait("Invariant", "INV-16")]
    [Trait("Fix", "8")]
    public void ASleepBetweenTwoRuns_IsOneGapOfItsLength(int seconds)
    {
        StoreRun.Run(_folder.Path, $"{Fixed} start");
        var woken = Asleep(seconds, $"{Fixed} timer review stop entries");

        Assert.InRange(Question(Assert.Single(Questions(woken)), "Suspend"), seconds - 1, seconds + 1);
        Assert.Contains("timer Running", woken.Output, StringComparison.Ordinal);
        Assert.Contains(" Certain ", woken.Output, StringComparison.Ordinal);
        Assert.Single(Questions(Asleep(seconds, $"{Fixed} timer review")));
    }

    [RequiresFact(Requirement.Linux | Requirement.Root | Requirement.TimeNamespace)]
    [Trait("Invariant", "INV-16")]
    public void TwoProgramsThatSeeTheSameSleep_AskOnce()
    {
        StoreRun.Run(_folder.Path, $"{Fixed} start");
        Process[] both = [Start(), Start()];
        Array.ForEach(both, process => ChildProcess.Finish(process));
        Assert.Single(Questions(Asleep(600, $"{Fixed} review")));

        Process Start() => StoreRun.Start(_folder.Path, $"{Fixed} timer timer", Sleeper(600));
    }

    [RequiresFact(Requirement.Linux | Requirement.Root | Requirement.TimeNamespace)]
    [Trait("Invariant", "INV-18")]
    public void WithoutAFixedName_AnotherTimeNamespaceIsAnotherDomain_AndTheTimeIsEstimated()
    {
        StoreRun.Run(_folder.Path, "start");
        Thread.Sleep(1200); // Real time on real clocks: a gap begins at a second.
        var woken = Asleep(600, "timer review stop entries");
        Assert.Contains(" Estimated ", woken.Output, StringComparison.Ordinal);

        // Kind 3 is a reboot; of under 30 s, so that by the default rule it is kept (answer 1) and nobody is asked.
        Assert.Equal(["3 1 0"], Ask("SELECT kind || ' ' || answer || ' ' || suspended FROM question"));
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Invariant", "INV-16")]
    [Trait("Fix", "8")]
    public void AStoppedProgram_IsNoSleep()
    {
        var seconds = StoreRun.IsLong ? 20 : 3;
        var watch = Stopwatch.StartNew();
        using var process = StoreRun.Start(_folder.Path, "--watch start wait timer review stop entries");
        while (process.StandardOutput.ReadLine() is not "waiting")
        {
        }

        ChildProcess.Run("kill", "-STOP", $"{process.Id}");
        Thread.Sleep(TimeSpan.FromSeconds(seconds)); // Real time on real clocks.
        ChildProcess.Run("kill", "-CONT", $"{process.Id}");
        process.StandardInput.WriteLine();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();

        Assert.DoesNotContain("question", output, StringComparison.Ordinal);
        Assert.Contains("timer Running", output, StringComparison.Ordinal);
        var entry = output.Split('\n').Single(line => line.StartsWith("entry ", StringComparison.Ordinal)).Split(' ');
        Assert.InRange(long.Parse(entry[1], null), seconds * 1_000_000L, (long)watch.Elapsed.TotalMicroseconds);
    }

    [RequiresTheory(Requirement.Linux)]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    [Trait("Scenario", "7.1")]
    [Trait("Fix", "7")]
    public void ASignalThatEndsTheProgram_SavesTheLastCheckpointFirst(string signal)
    {
        using var process = StoreRun.Start(_folder.Path, "--watch start wait");
        while (process.StandardOutput.ReadLine() is not "waiting")
        {
        }

        ChildProcess.Run("kill", $"-{signal}", $"{process.Id}");
        Assert.True(process.WaitForExit(Hang.Max));
        Assert.Empty(Ask("SELECT holder FROM lease"));
        Assert.Equal(["1"], Ask("SELECT CAST(reading_boottime > (SELECT max(reading_boottime) FROM operation) AS TEXT) FROM checkpoint"));
        Thread.Sleep(1200); // Real time on real clocks: a crash would be noted from a second up.
        StoreRun.Run(_folder.Path, "timer");
        Assert.Empty(Ask("SELECT CAST(kind AS TEXT) FROM question"));
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Scenario", "7.2")]
    [Trait("Invariant", "INV-06")]
    public void AKilledProgram_LeavesTheEntryRunningAndTheQuestionUntilWhen()
    {
        using var process = StoreRun.Start(_folder.Path, "--watch start wait");
        while (process.StandardOutput.ReadLine() is not "waiting")
        {
        }

        process.Kill();
        process.WaitForExit();
        Thread.Sleep(1200); // Real time on real clocks.
        var next = StoreRun.Run(_folder.Path, "timer review stop entries");
        Assert.Contains("timer Running", next.Output, StringComparison.Ordinal);

        // Kind 2 is a crash; of under 30 s, so that by the default rule it is kept (answer 1) and nobody is asked.
        Assert.Empty(Questions(next));
        Assert.Equal(["2 1"], Ask("SELECT kind || ' ' || answer FROM question"));
        Assert.Empty(StoreCheck.Violations(_folder["timetracker.db"], StoreRun.Acknowledged(next.Output)));
    }

    private static string[] Sleeper(int seconds) =>
        ["unshare", "--time", "--boottime", $"{seconds}", "--monotonic", "0", "--fork"];

    private static List<string> Questions(ChildProcess run) =>
        [.. run.Output.Split('\n').Where(line => line.StartsWith("question ", StringComparison.Ordinal))];

    private static double Question(string line, string kind)
    {
        var parts = line.Split(' ');
        Assert.Equal(kind, parts[1]);
        return long.Parse(parts[2], null) / 1e6;
    }

    private List<string> Ask(string sql) => StoreCheck.Ask(_folder["timetracker.db"], sql);

    private ChildProcess Asleep(int seconds, string words) => StoreRun.Run(_folder.Path, words, Sleeper(seconds));
}
