using System.Diagnostics;
using System.Text;
using TimeTracker.BrowserKit;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>A PowerShell prompt that stays open on a home's store.</summary>
internal sealed class ShellSession : IDisposable
{
    private const string End = "--end of the answer--";
    private static readonly TimeSpan AnswerMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    internal ShellSession(Home home)
    {
        var start = new ProcessStartInfo("dotnet", [Built.Shell])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in home.Environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!; // Null only where a shell finds a document already open.
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>What a command writes; it fails where the command does.</summary>
    internal async Task<string> Run(string command)
    {
        await _process.StandardInput.WriteLineAsync($"{command}; '{End}'");
        await _process.StandardInput.FlushAsync();
        var answer = new List<string>();
        while (await _process.StandardOutput.ReadLineAsync().WaitAsync(AnswerMax) is { } line && line != End)
        {
            answer.Add(line);
        }

        Assert.True(_errors.Length == 0, $"{command}: {_errors}");
        return string.Join('\n', answer).Trim();
    }

    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }
}
