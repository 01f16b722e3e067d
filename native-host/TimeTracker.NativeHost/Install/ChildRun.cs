using System.ComponentModel;
using System.Diagnostics;

namespace TimeTracker.NativeHost.Install;

/// <summary>A program that was run to its end at the terminal; none is ever run for an extension.</summary>
/// <param name="ExitCode">Its exit code; -1 where it could not be started.</param>
/// <param name="Output">What it wrote, errors included.</param>
internal sealed record ChildRun(int ExitCode, string Output)
{
    internal static ChildRun Of(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!; // Null only where a shell finds a document already open.
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new(process.ExitCode, output + errors.GetAwaiter().GetResult());
        }
        catch (Win32Exception failure)
        {
            return new(-1, failure.Message);
        }
    }
}
