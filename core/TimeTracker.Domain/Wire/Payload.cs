namespace TimeTracker.Domain;

/// <summary>
/// What an operation says, as bytes that only clients read. Two payloads are equal if their bytes are. It is longer
/// than <see cref="WireLimits.PayloadBytesMax"/> where someone sent such a one: that is rejected, not misread.
/// </summary>
public sealed class Payload : IEquatable<Payload>
{
    private readonly byte[] _bytes;

    /// <summary>Keeps a copy of the bytes.</summary>
    public Payload(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes.ToArray();
        Hash = new(Sha256.HashData(_bytes));
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>How many bytes there are.</summary>
    public int Length => _bytes.Length;

    /// <summary>Their SHA-256.</summary>
    public ChainHash Hash { get; }

    /// <inheritdoc/>
    public bool Equals(Payload? other) => other is not null && Hash == other.Hash;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Payload);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.GetHashCode();

    /// <summary>Only the length: what it says has no place in a log.</summary>
    public override string ToString() => $"{Length} bytes";
}
