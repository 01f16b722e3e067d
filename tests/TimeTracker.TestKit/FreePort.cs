using System.Net;
using System.Net.Sockets;

namespace TimeTracker.TestKit;

/// <summary>A port of loopback that a server can be started on, and again after it was killed.</summary>
public static class FreePort
{
    // Below the ports that Linux (32768) and Windows (49152) give to whoever asks for any: each connection of every other
    // test has such a one, and would now and then have this one before the server that it was found for.
    private const int Min = 10_000;
    private const int Max = 32_767;
    private const int TriesMax = 1000;

    public static int Find()
    {
        for (var tries = 0; tries < TriesMax; tries++)
        {
            var port = Random.Shared.Next(Min, Max);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it.
            }
        }

        throw new InvalidOperationException("No port of loopback is free.");
    }
}
