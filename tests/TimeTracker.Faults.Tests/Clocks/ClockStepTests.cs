using System.Globalization;
using TimeTracker.Faults.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.Faults.Tests.Clocks;

/// <summary>The wall clock is set while the program runs: really for the program, whose other clocks stay the machine's.</summary>
public sealed class ClockStepTests : IDisposable
{
    private static readonly string Library = new[]
    {
        "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
        "/usr/lib/faketime/libfaketimeMT.so.1", "/usr/lib64/faketime/libfaketimeMT.so.1",
    }.FirstOrDefault(File.Exists, string.Empty);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [RequiresTheory(Requirement.Linux | Requirement.Faketime)]
    [InlineData("+1s", 1)]
    [InlineData("-1s", -1)]
    [InlineData("+1h", 3600)]
    [InlineData("-1h", -3600)]
    [InlineData("+1y", 31_536_000)]
    [InlineData("-1y", -31_536_000)]
    [Trait("Invariant", "INV-17")]
    [Trait("Fix", "4")]
    public void AStepOfTheWallClock_ChangesNoDuration_AndTheEntryCanBeStopped(string step, long seconds)
    {
        var file = _folder["faketime"];
        File.WriteAllText(file, "+0s");
        using var process = StoreRun.Start(
            _folder["store"], "start stop start wait timer stop entries", "env", $"LD_PRELOAD={Library}", "FAKETIME_NO_CACHE=1",
            "FAKETIME_DONT_FAKE_MONOTONIC=1", $"FAKETIME_TIMESTAMP_FILE={file}");
        var lines = new List<string>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            lines.Add(line);
            if (line == "waiting")
            {
                Thread.Sleep(250); // Real time on real clocks.
                File.WriteAllText(file, step);
                process.StandardInput.WriteLine();
            }
        }

        process.WaitForExit();
        Assert.True(process.ExitCode == 0, process.StandardError.ReadToEnd());
        var commands = lines.FindAll(line => line.StartsWith("ack ", StringComparison.Ordinal)).ConvertAll(line => line.Split(' '));
        var (start, stop) = (commands[2], commands[3]);
        var duration = lines.FindAll(line => line.StartsWith("entry ", StringComparison.Ordinal))
            .ConvertAll(line => Number(line.Split(' ')[1]))[^1];

        // Between what lay between the two commands, and that with both commands; to a tenth of a second.
        Assert.InRange(duration, Number(stop[3]) - Number(start[4]) - 100_000, Number(stop[4]) - Number(start[3]) + 100_000);
        Assert.Contains(lines, line => line.StartsWith("entry ", StringComparison.Ordinal) && line.Contains("Certain", StringComparison.Ordinal));
        var told = lines.Find(line => line.StartsWith("clock ", StringComparison.Ordinal));
        Assert.InRange(told is null ? 0 : Number(told.Split(' ')[2]) / 1_000_000.0, Min(seconds), Max(seconds));
    }

    // A step of under 2 s is no event; of a larger one the amount is told.
    private static double Min(long seconds) => Math.Abs(seconds) < 2 ? 0 : seconds - 1;

    private static double Max(long seconds) => Math.Abs(seconds) < 2 ? 0 : seconds + 1;

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
