using System.Globalization;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>One PostgreSQL for all tests of this assembly, begun when the first one asks; each gets a database.</summary>
internal static class Postgres
{
    private static readonly Lazy<PostgresServer> Server = new(static () =>
    {
        var server = new PostgresServer();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.Dispose();
        return server;
    });

    private static int _databases;

    internal static string NewDatabase() => Server.Value.Create(
        string.Create(CultureInfo.InvariantCulture, $"test{Interlocked.Increment(ref _databases)}"));
}
