namespace TimeTracker.Core.Tests.Sync;

/// <summary>Two devices of one person, and the real server between them, for the tests of a class.</summary>
public abstract class TwoReplicas : IDisposable
{
    private protected ServerInProcess Server { get; } = new();

    private protected Replica Laptop { get; } = new();

    private protected Replica Phone { get; } = new();

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
