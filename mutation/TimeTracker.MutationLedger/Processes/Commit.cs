using System.Diagnostics;

namespace TimeTracker.MutationLedger.Processes;

/// <summary>What a folder's files are a version of.</summary>
internal static class Commit
{
    /// <summary>The checked-out commit's short name, marked where files differ from it.</summary>
    internal static string Of(string folder)
    {
        var start = new ProcessStartInfo("git", ["describe", "--always", "--dirty=, changed"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var name = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? name : "unknown";
    }
}
