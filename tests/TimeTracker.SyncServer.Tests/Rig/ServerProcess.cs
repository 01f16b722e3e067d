using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>The server as a process of its own, to be killed.</summary>
internal sealed class ServerProcess : IDisposable
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

    internal HttpClient Client { get; }

    /// <summary>The code that a first start prints.</summary>
    internal string? Code { get; }

    private static string Program => typeof(Server).Assembly.Location;

    /// <summary>Runs another verb than serve, to its end.</summary>
    internal static ChildProcess Run(string database, params string[] arguments) =>
        ChildProcess.Run("dotnet", [Program, .. arguments, "--database", database]);

    internal static async Task<ServerProcess> Start(string database, bool isFirst = false, string url = "http://127.0.0.1:0", params string[] settings)
    {
        var process = ChildProcess.Start("dotnet", [Program, "--database", database, "--urls", url, .. settings]);
        _ = process.StandardError.ReadToEndAsync();
        var line = await ReadLine(process);
        Assert.StartsWith(Serving, line, StringComparison.Ordinal);
        var address = new Uri(line[Serving.Length..line.IndexOf(',', StringComparison.Ordinal)]);
        return new(process, address, isFirst ? (await ReadLine(process)).Split(' ')[^1] : null);
    }

    internal async Task<string> Enrol(string code)
    {
        using var request = RunningServer.Post(SyncProtocol.DevicesPath, new EnrolRequest(code, "laptop").ToWire());
        request.Headers.Add(SyncProtocol.IdempotencyKeyHeader, "\"key\"");
        using var response = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var received = EnrolResponse.FromWire(await response.Content.ReadAsByteArrayAsync());
        return Assert.IsType<Received<EnrolResponse>.Valid>(received).Value.Token;
    }

    internal async Task<(HttpStatusCode Status, byte[] Body)> Push(string token, PushRequest push)
    {
        using var request = RunningServer.Post(SyncProtocol.PushPath, push.ToWire());
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await Client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>From when this returns, the first of these system calls that the server makes kills it.</summary>
    internal async Task<Process> KillAt(string calls)
    {
        var strace = ChildProcess.Start(
            "strace", "-f", "-p", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "-e", $"trace={calls}", "-e", $"inject={calls}:signal=KILL:when=1");

        // It says so once for each thread and then for all of them.
        var line = await strace.StandardError.ReadLineAsync().WaitAsync(StartMax);
        Assert.Contains("attached", line, StringComparison.Ordinal);
        return strace;
    }

    internal void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end, as a service manager does.</summary>
    internal int Stop()
    {
        using var kill = ChildProcess.Start("kill", "-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        kill.WaitForExit();
        Assert.True(_process.WaitForExit(StartMax));
        return _process.ExitCode;
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
