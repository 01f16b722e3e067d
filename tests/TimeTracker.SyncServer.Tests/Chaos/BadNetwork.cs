using System.Net;
using System.Net.Sockets;

namespace TimeTracker.SyncServer.Tests.Chaos;

/// <summary>
/// Stands before several servers and forwards each connection to one of them; while it is bad, it cuts connections after
/// any byte, holds bytes back, and sends what was asked once more, late and to another server.
/// </summary>
internal sealed class BadNetwork : IAsyncDisposable
{
    private const int BufferBytes = 16 * 1024;
    private const int RememberedBytesMax = 256 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly int[] _servers;
    private readonly Random _random;
    private readonly Task _accepting;

    internal BadNetwork(int[] servers, int seed)
    {
        (_servers, _random) = (servers, new Random(seed));
        _listener.Start();
        _accepting = Task.Run(Accept);
    }

    internal Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    internal bool IsBad { get; set; } = true;

    internal int Cut { get; private set; }

    internal int Repeated { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task Accept()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _ = Forward(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException)
            {
                return;
            }
        }
    }

    private async Task Forward(TcpClient client)
    {
        var asked = new MemoryStream();
        try
        {
            using var server = new TcpClient();
            using (client)
            {
                await server.ConnectAsync(IPAddress.Loopback, _servers[Draw(_servers.Length)], _stop.Token);
                var (there, back) = (Pump(client, server, asked), Pump(server, client, null));
                await Task.WhenAny(there, back);
            }
        }
        catch (Exception broken) when (broken is SocketException or IOException or OperationCanceledException)
        {
            // That is what it is for.
        }

        if (IsBad && asked.Length > 0 && Draw(4) == 0)
        {
            await Repeat(asked.ToArray());
        }
    }

    private async Task Pump(TcpClient from, TcpClient to, MemoryStream? remembered)
    {
        try
        {
            var buffer = new byte[BufferBytes];
            while (await from.GetStream().ReadAsync(buffer, _stop.Token) is var count and > 0)
            {
                if (remembered is { Length: < RememberedBytesMax })
                {
                    remembered.Write(buffer, 0, count);
                }

                if (IsBad && Draw(8) == 0)
                {
                    Cut++;
                    await to.GetStream().WriteAsync(buffer.AsMemory(0, Draw(count)), _stop.Token);
                    return;
                }

                if (IsBad && Draw(8) == 0)
                {
                    await Task.Delay(Draw(300), _stop.Token);
                }

                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception broken) when (broken is SocketException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side is gone.
        }
    }

    private async Task Repeat(byte[] asked)
    {
        try
        {
            await Task.Delay(Draw(1500), _stop.Token);
            using var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, _servers[Draw(_servers.Length)], _stop.Token);
            await server.GetStream().WriteAsync(asked, _stop.Token);
            server.Client.Shutdown(SocketShutdown.Send);
            Repeated++;
            while (await server.GetStream().ReadAsync(new byte[BufferBytes], _stop.Token) > 0)
            {
            }
        }
        catch (Exception broken) when (broken is SocketException or IOException or OperationCanceledException)
        {
            // The answer goes nowhere anyway.
        }
    }

    private int Draw(int below)
    {
        lock (_random)
        {
            return _random.Next(below);
        }
    }
}
