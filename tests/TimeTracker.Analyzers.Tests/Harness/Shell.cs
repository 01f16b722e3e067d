using System.Diagnostics;

namespace TimeTracker.Analyzers.Tests.Harness;

/// <summary>Runs the dotnet command as a user would, outside of this test run's own build settings.</summary>
internal static class Shell
{
    public static async Task<(int Exit, string Output)> Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name =>
            name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name is "VSTEST_CONNECTION_TIMEOUT"
                or "CI").ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
