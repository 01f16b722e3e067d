using System.Diagnostics;
using System.Text;

namespace TimeTracker.BrowserKit;

/// <summary>A browser's process, which says on its standard error where its remote control is.</summary>
internal sealed class BrowserProcess : IDisposable
{
    private const int ToldCharsMax = 4000;
    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan EndMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _told = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal BrowserProcess(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, string marker)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!; // Null only where a shell finds a document already open.
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Hear(line.Data, marker);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where the remote control is.</summary>
    internal async Task<Uri> Address()
    {
        try
        {
            return await _address.Task.WaitAsync(StartMax);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{_process.StartInfo.FileName} did not start: {Told()}");
        }
    }

    /// <summary>Kills the browser's own process alone, as a crash does.</summary>
    internal void Crash()
    {
        _process.Kill();
        _process.WaitForExit(EndMax);
    }

    internal async Task<bool> HasEnded()
    {
        using var limit = new CancellationTokenSource(EndMax);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            _process.WaitForExit(EndMax);
        }

        _process.Dispose();
    }

    private void Hear(string? line, string marker)
    {
        if (line is null)
        {
            _address.TrySetException(new InvalidOperationException($"{_process.StartInfo.FileName} ended: {Told()}"));
            return;
        }

        lock (_told)
        {
            if (_told.Length < ToldCharsMax)
            {
                _told.AppendLine(line);
            }
        }

        if (line.IndexOf(marker, StringComparison.Ordinal) is >= 0 and var at)
        {
            _address.TrySetResult(new Uri(line[(at + marker.Length)..].Trim()));
        }
    }

    private string Told()
    {
        lock (_told)
        {
            return _told.ToString();
        }
    }
}
