using System.Diagnostics;
using System.Reflection;
using System.Text.Json;
using TimeTracker.TestKit;

namespace TimeTracker.NativeHost.Tests.Processes;

/// <summary>The host's own process, started as a browser does.</summary>
internal sealed class HostProcess : IDisposable
{
    internal const string Origin = $"chrome-extension://{ExtensionIds.Chromium}/";

    // It only keeps a test from hanging: what ending may take is the benchmark's to tell.
    private static readonly TimeSpan ExitTimeMax = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    internal HostProcess(string folder, params string[] arguments)
        : this(folder, Executable, arguments is [] ? [Origin] : arguments)
    {
    }

    private HostProcess(string folder, string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["TIMETRACKER_HOME"] = folder;
        _process = Process.Start(start)!; // Null only where a shell finds a document already open.
    }

    /// <summary>The ordinary build, beside this one.</summary>
    internal static string Executable { get; } = Path.Combine(
        typeof(HostProcess).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryRoot").Value!,
        ".artifacts", "bin", "TimeTracker.NativeHost",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)),
        OperatingSystem.IsWindows() ? "TimeTracker.NativeHost.exe" : "TimeTracker.NativeHost");

    /// <summary>One that leaves the processor to others: a hundred of them would starve every test beside them.</summary>
    internal static HostProcess Polite(string folder) => new(folder, "nice", ["-n", "19", Executable, Origin]);

    internal Stream Input => _process.StandardInput.BaseStream;

    internal Stream Output => _process.StandardOutput.BaseStream;

    internal void Send(params string[] requests)
    {
        foreach (var request in requests)
        {
            Input.Write(Frames.Of(request));
        }

        Input.Flush();
    }

    /// <summary>The reply to a request, past any push; null where the host has ended.</summary>
    internal JsonElement? Reply(long id)
    {
        while (Frames.Read(Output) is { } frame)
        {
            if (frame.TryGetProperty("id", out var found) && found.ValueKind == JsonValueKind.Number && found.GetInt64() == id)
            {
                return frame;
            }
        }

        return null;
    }

    internal void Hello()
    {
        Send(Talk.Hello);
        Assert.True(Reply(0)!.Value.GetProperty("ok").GetBoolean());
    }

    internal void Signal(string name) => ChildProcess.Run("kill", $"-{name}", $"{_process.Id}");

    internal void Kill() => _process.Kill();

    /// <summary>How it ended.</summary>
    internal int WaitForExit()
    {
        Assert.True(_process.WaitForExit(ExitTimeMax), "the host did not end");
        return _process.ExitCode;
    }

    internal string Errors() => _process.StandardError.ReadToEnd();

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
