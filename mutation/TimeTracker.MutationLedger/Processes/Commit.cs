using System.Diagnostics;

namespace TimeTracker.MutationLedger.Processes;

/// <summary>What a folder's files are a version of.</summary>
internal static class Commit
{
    /// <summary>
    /// The checked-out commit's short name, marked where files differ from it; a page of results in the folder, which
    /// each run changes, is not looked at.
    /// </summary>
    internal static string Of(string folder, string page)
    {
        var (exitCode, name) = Git(folder, "describe", "--always");
        var changed = Git(folder, "diff", "--quiet", "HEAD", "--", ":/", $":!{page}").ExitCode != 0;
        return exitCode != 0 ? "unknown" : changed ? $"{name}, changed" : name;
    }

    private static (int ExitCode, string Output) Git(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return (process.ExitCode, output);
    }
}
