using System.Diagnostics;

namespace TimeTracker.TestKit;

/// <summary>What a program that has ended wrote.</summary>
public sealed record ChildProcess(int ExitCode, string Output, string Errors)
{
    // It only keeps a test from hanging: of forty that race on a busy machine the last takes more than a minute.
    private static readonly TimeSpan TimeMax = TimeSpan.FromMinutes(5);

    public static ChildProcess Run(string program, params string[] arguments) => Finish(Start(program, arguments));

    public static Process Start(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
    }

    public static ChildProcess Finish(Process process)
    {
        using (process)
        {
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEndAsync();
            if (!process.WaitForExit(TimeMax))
            {
                process.Kill(entireProcessTree: true);
                throw new TimeoutException($"{process.StartInfo.FileName} did not end.");
            }

            return new ChildProcess(process.ExitCode, output.GetAwaiter().GetResult(), errors.GetAwaiter().GetResult());
        }
    }
}
