using TimeTracker.SyncServer.Storage;

namespace TimeTracker.SyncServer.Http;

/// <summary>GET /health/live: the process answers. GET /health/ready: its database does, too.</summary>
internal sealed class HealthEndpoint(ILogStore store)
{
    private static readonly byte[] Healthy = "{\"status\":\"ok\"}"u8.ToArray();

    internal static IResult Live() => new WireResult(Healthy);

    // A database that fails here is answered like everywhere else: 503.
    internal IResult Ready() =>
        store.Read(static snapshot => snapshot.Command("SELECT max(version) FROM schema_version").ExecuteScalar()) is long
            ? new WireResult(Healthy)
            : new ProblemResult(Problems.Unavailable);
}
