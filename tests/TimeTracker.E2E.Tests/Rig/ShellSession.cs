using System.Diagnostics;
using TimeTracker.BrowserKit;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>A PowerShell prompt that stays open on a home's store.</summary>
internal sealed class ShellSession : IDisposable
{
    private const string End = "--end of the answer--";
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    internal ShellSession(Home home)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Shell]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        foreach (var (name, value) in home.Environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!; // Null only where a shell finds a document already open.
    }

    /// <summary>What a command writes.</summary>
    internal async Task<string> Run(string command)
    {
        await _process.StandardInput.WriteLineAsync($"{command}; '{End}'");
        await _process.StandardInput.FlushAsync();
        var answer = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(AnswerMax) is { } line && line != End)
        {
            answer.Add(line);
        }

        return string.Join('\n', answer).Trim();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
