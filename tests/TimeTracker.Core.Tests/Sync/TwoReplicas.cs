using TimeTracker.Core.Sync;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>Two devices of one person, and the real server between them, for the tests of a class.</summary>
public abstract class TwoReplicas : IDisposable
{
    private protected ServerInProcess Server { get; } = new();

    private protected Replica Laptop { get; } = new();

    private protected Replica Phone { get; } = new();

    /// <summary>Syncs all until each has what the others have.</summary>
    internal static void Quiet(ISyncServer server, IReadOnlyList<Replica> replicas)
    {
        foreach (var replica in replicas.Concat(replicas))
        {
            Assert.IsType<PassOutcome.Done>(replica.Sync(server));
        }
    }

    private protected void Quiet() => Quiet(Server, [Laptop, Phone]);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Server.Dispose();
        Laptop.Dispose();
        Phone.Dispose();
    }
}
