using System.Diagnostics;
using TimeTracker.TestKit;

namespace TimeTracker.Faults.Tests.Rig;

/// <summary>Runs the program on the store, under whatever tool injects the fault.</summary>
internal static class StoreRun
{
    /// <summary>Set for the long form: every position, every seed, 200 kills.</summary>
    internal static bool IsLong { get; } = Environment.GetEnvironmentVariable("TIMETRACKER_LONG_FAULTS") == "1";

    internal static ChildProcess Run(string folder, string words, params string[] prefix) =>
        ChildProcess.Finish(Start(folder, words, prefix));

    internal static Process Start(string folder, string words, params string[] prefix)
    {
        string[] line = [.. prefix, "dotnet", Path.Combine(AppContext.BaseDirectory, "TimeTracker.StoreProcess.dll"), folder, .. words.Split(' ')];
        return ChildProcess.Start(line[0], line[1..]);
    }

    /// <summary>The ids of the commands that the program was told are done.</summary>
    internal static List<string> Acknowledged(string output) =>
        [.. output.Split('\n').Where(line => line.StartsWith("ack ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1])];

    /// <summary>A store that there is already, so that what is counted afterwards are the commands' own calls.</summary>
    internal static void Prepare(string folder)
    {
        var made = Run(folder, "start stop");
        Assert.True(made.ExitCode == 0, made.Errors);
    }
}
