using System.IO.Pipes;
using System.Text.Json;
using TimeTracker.TestKit;

namespace TimeTracker.NativeHost.Tests;

/// <summary>A host in this process over real pipes, so that it can be waited for.</summary>
internal sealed class LivePipe : IDisposable
{
    private readonly AnonymousPipeServerStream _requests = new(PipeDirection.Out);
    private readonly AnonymousPipeServerStream _replies = new(PipeDirection.In);
    private readonly Task<ExitCode> _serving;

    internal LivePipe(Core.TrackerOptions options) => _serving = Task.Run(() =>
    {
        using var input = new AnonymousPipeClientStream(PipeDirection.In, _requests.ClientSafePipeHandle);
        using var output = new AnonymousPipeClientStream(PipeDirection.Out, _replies.ClientSafePipeHandle);
        return Connection.Serve(input, output, options, () => { });
    });

    internal void Send(string request) => _requests.Write(Frames.Of(request));

    internal JsonElement Read()
    {
        var reading = Task.Run(() => Frames.Read(_replies));
        return reading.Wait(Hang.Max)
            ? reading.Result ?? throw new EndOfStreamException()
            : throw new TimeoutException("The host said nothing.");
    }

    internal JsonElement Ask(string request)
    {
        Send(request);
        return Read();
    }

    public void Dispose()
    {
        _requests.Dispose();
        _serving.Wait(Hang.Max);
        _replies.Dispose();
    }
}
