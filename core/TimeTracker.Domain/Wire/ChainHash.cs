using System.Buffers.Binary;
using System.Globalization;

namespace TimeTracker.Domain;

/// <summary>
/// A SHA-256 that stands for a feed up to one of its rows: two feeds with the same hash at a number are the same up to
/// there. The default, all zeros, stands for the feed before its first row.
/// </summary>
public readonly record struct ChainHash
{
    /// <summary>Its length in bytes.</summary>
    public const int Bytes = Sha256.HashBytes;

    /// <summary>Its length in messages, as lower-case hexadecimal digits.</summary>
    public const int HexCharacters = Bytes * 2;

    private const int HalfBytes = Bytes / 2;

    private readonly UInt128 _first;
    private readonly UInt128 _second;

    /// <summary>The door for bytes that a store or a hash function gave.</summary>
    /// <exception cref="ArgumentException">They are not <see cref="Bytes"/> long.</exception>
    public ChainHash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Bytes)
        {
            throw new ArgumentException($"a chain's hash has {Bytes} bytes", nameof(bytes));
        }

        _first = BinaryPrimitives.ReadUInt128BigEndian(bytes);
        _second = BinaryPrimitives.ReadUInt128BigEndian(bytes[HalfBytes..]);
    }

    /// <summary>What the first row follows: all zeros.</summary>
    public static ChainHash Origin => default;

    /// <summary>The door for a text that someone else wrote.</summary>
    /// <returns>False where it is not <see cref="HexCharacters"/> lower-case hexadecimal digits.</returns>
    public static bool TryParse(string? text, out ChainHash hash)
    {
        hash = default;
        if (text is not { Length: HexCharacters } || !text.All(char.IsAsciiHexDigitLower))
        {
            return false;
        }

        hash = new(Convert.FromHexString(text));
        return true;
    }

    /// <summary>The hash as a store keeps it.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Bytes];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The hexadecimal digits, as messages carry them.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{_first:x32}{_second:x32}");

    internal void CopyTo(Span<byte> bytes)
    {
        BinaryPrimitives.WriteUInt128BigEndian(bytes, _first);
        BinaryPrimitives.WriteUInt128BigEndian(bytes[HalfBytes..], _second);
    }
}
