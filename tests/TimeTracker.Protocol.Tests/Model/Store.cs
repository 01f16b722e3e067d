namespace TimeTracker.Protocol.Tests.Model;

/// <summary>A place for a store: its file, the worker processes on it, and an older copy that somebody kept.</summary>
/// <param name="File">The store; null where a copy may come to lie.</param>
/// <param name="Workers">The processes that may work for it.</param>
/// <param name="Kept">The older copy.</param>
/// <param name="Halfway">The operation that a command is in the middle of committing, where it can be; or 0.</param>
internal sealed record Store(StoreFile? File, Seq<Worker> Workers, StoreFile? Kept = null, int Halfway = 0) : IEncoded
{
    /// <summary>The store, where there is one.</summary>
    internal StoreFile Here => File ?? throw new InvalidOperationException("No store lies here yet.");

    public void Encode(ref Encoder encoder)
    {
        encoder.Write(File is not null);
        File?.Encode(ref encoder);
        encoder.Write(Workers);
        encoder.Write(Kept is not null);
        Kept?.Encode(ref encoder);
        encoder.Write(Halfway);
    }

    internal Store With(int worker, Worker state) => this with { Workers = Workers.Replace(worker, state) };
}
