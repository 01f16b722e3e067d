using System.Buffers.Binary;
using System.Diagnostics;
using System.Text;
using TimeTracker.Core;

namespace TimeTracker.Benchmarks;

/// <summary>A published native host as a browser starts it, spoken to over its pipes.</summary>
internal sealed class HostTalk : IDisposable
{
    private const string Hello = """{"id":0,"verb":"hello","protocol":1}""";

    // The extension's id, which PROTOCOL.md names.
    private const string Origin = "chrome-extension://mklboilbebfdbgclkecnklbdeljbhfgk/";

    private readonly Process _process;
    private readonly byte[] _header = new byte[sizeof(int)];

    internal HostTalk(string host, string home)
    {
        var start = new ProcessStartInfo(host, [Origin])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[DataFolder.Variable] = home;
        _process = Process.Start(start)!; // Null only where a shell finds a document already open.
        Ask(Hello);
    }

    /// <summary>In bytes.</summary>
    internal long Resident
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>The next frame.</summary>
    internal string Read()
    {
        var output = _process.StandardOutput.BaseStream;
        output.ReadExactly(_header);
        var body = new byte[BinaryPrimitives.ReadInt32LittleEndian(_header)];
        output.ReadExactly(body);
        return Encoding.UTF8.GetString(body);
    }

    internal void Send(string request)
    {
        var body = Encoding.UTF8.GetBytes(request);
        var header = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(header, body.Length);
        _process.StandardInput.BaseStream.Write([.. header, .. body]);
        _process.StandardInput.BaseStream.Flush();
    }

    internal string Ask(string request)
    {
        Send(request);
        return Read() is var reply && reply.Contains("\"ok\":true", StringComparison.Ordinal)
            ? reply
            : throw new InvalidOperationException($"the host answered {reply}");
    }

    /// <summary>Closes the pipe and waits for the host's end.</summary>
    public void Dispose()
    {
        _process.StandardInput.Dispose();
        _process.WaitForExit();
        _process.Dispose();
    }
}
