namespace TimeTracker.Protocol.Tests.Model;

/// <summary>What collection expressions of <see cref="Seq{T}"/> compile to.</summary>
internal static class SeqFactory
{
    internal static Seq<T> Of<T>(ReadOnlySpan<T> items)
        where T : IEquatable<T> => new(items.ToArray());
}
