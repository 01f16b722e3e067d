using System.Diagnostics;
using System.Globalization;

namespace TimeTracker.TestKit;

/// <summary>The sync server as a process of its own, to be killed.</summary>
public sealed class ServerProcess : IDisposable
{
    private const string Serving = "Serving on ";
    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(1);

    private readonly Process _process;

    private ServerProcess(Process process, Uri address, string? code)
    {
        _process = process;
        Code = code;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    /// <summary>The code that a first start prints.</summary>
    public string? Code { get; }

    // Whoever starts it is built after it, in the same configuration, beside it.
    private static string Program
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(output.Parent!.Parent!.FullName, "TimeTracker.SyncServer", output.Name, "TimeTracker.SyncServer.dll");
        }
    }

    /// <summary>Runs another verb than serve, to its end.</summary>
    public static ChildProcess Run(string database, params string[] arguments) =>
        ChildProcess.Run("dotnet", [Program, .. arguments, "--database", database]);

    /// <summary>A code that lets one more device of a user in.</summary>
    public static string NewCode(string database, string user)
    {
        var made = Run(database, "code", "--user", user);
        return made.ExitCode == 0 ? made.Output.TrimEnd().Split(' ')[^1] : throw new InvalidOperationException(made.Errors);
    }

    /// <summary>Starts it on a free port of loopback unless told otherwise.</summary>
    public static async Task<ServerProcess> Start(
        string database, bool isFirst = false, string url = "http://127.0.0.1:0", params string[] settings)
    {
        var process = ChildProcess.Start("dotnet", [Program, "--database", database, "--urls", url, .. settings]);
        _ = process.StandardError.ReadToEndAsync();
        var line = await ReadLine(process);
        if (!line.StartsWith(Serving, StringComparison.Ordinal))
        {
            throw new InvalidOperationException(line);
        }

        var address = new Uri(line[Serving.Length..line.IndexOf(',', StringComparison.Ordinal)]);
        return new(process, address, isFirst ? (await ReadLine(process)).Split(' ')[^1] : null);
    }

    /// <summary>From when this returns, the first of these system calls that the server makes kills it.</summary>
    public async Task<Process> KillAt(string calls)
    {
        var strace = ChildProcess.Start(
            "strace", "-f", "-p", _process.Id.ToString(CultureInfo.InvariantCulture),
            "-e", $"trace={calls}", "-e", $"inject={calls}:signal=KILL:when=1");

        // It says so once for each thread and then for all of them.
        var line = await strace.StandardError.ReadLineAsync().WaitAsync(StartMax);
        return line?.Contains("attached", StringComparison.Ordinal) == true ? strace : throw new InvalidOperationException(line);
    }

    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end, as a service manager does, and gives its exit code.</summary>
    public int Stop()
    {
        using var kill = ChildProcess.Start("kill", "-TERM", _process.Id.ToString(CultureInfo.InvariantCulture));
        kill.WaitForExit();
        return _process.WaitForExit(StartMax) ? _process.ExitCode : throw new TimeoutException("The server did not end.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
        Client.Dispose();
    }

    private static async Task<string> ReadLine(Process process) =>
        await process.StandardOutput.ReadLineAsync().WaitAsync(StartMax) ?? throw new InvalidOperationException("The server ended.");
}
