using System.Diagnostics;

namespace TimeTracker.MutationLedger.Processes;

/// <summary>A run of the dotnet command that has ended.</summary>
internal sealed record Dotnet(int ExitCode, string Output)
{
    internal static Dotnet Run(string folder, TimeSpan timeMax, params string[] arguments) =>
        Run(folder, timeMax, new Dictionary<string, string>(), arguments);

    internal static Dotnet Run(
        string folder, TimeSpan timeMax, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        if (!process.WaitForExit(timeMax))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end within {timeMax}.");
        }

        return new(process.ExitCode, output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult());
    }
}
