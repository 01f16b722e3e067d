using System.Collections;
using System.Runtime.CompilerServices;

namespace TimeTracker.Protocol.Tests.Model;

/// <summary>An immutable list that equals another of equal items: records made of it are values too.</summary>
[CollectionBuilder(typeof(SeqFactory), nameof(SeqFactory.Of))]
internal readonly struct Seq<T>(T[] items) : IReadOnlyList<T>, IEquatable<Seq<T>>
    where T : IEquatable<T>
{
    private readonly T[]? _items = items;

    public int Count => Span.Length;

    internal ReadOnlySpan<T> Span => _items;

    public T this[int index] => Span[index];

    public bool Equals(Seq<T> other) => Span.SequenceEqual(other.Span);

    public override bool Equals(object? obj) => obj is Seq<T> other && Equals(other);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Span)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    public override string ToString() => $"[{string.Join(", ", (IEnumerable<T>)this)}]";

    public ReadOnlySpan<T>.Enumerator GetEnumerator() => Span.GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_items ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<T>)this).GetEnumerator();

    internal Seq<T> Add(T item) => SeqFactory.Of([.. Span, item]);

    internal Seq<T> Replace(int index, T item)
    {
        var items = Span.ToArray();
        items[index] = item;
        return new(items);
    }

    internal Seq<T> RemoveAt(int index) => SeqFactory.Of([.. Span[..index], .. Span[(index + 1)..]]);

    internal Seq<T> First(int count) => count == Count ? this : SeqFactory.Of(Span[..count]);
}
