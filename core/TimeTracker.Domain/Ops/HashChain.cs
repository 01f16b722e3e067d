using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace TimeTracker.Domain;

/// <summary>
/// Ties each row of a ledger to all rows before it: hash = SHA-256(previous row's hash ‖ this row). A row that was
/// changed, left out or moved behind the store's back breaks every hash after it.
/// </summary>
public static class HashChain
{
    /// <summary>The hash's length in bytes.</summary>
    public const int HashBytes = SHA256.HashSizeInBytes;

    private const int UuidBytes = 16;

    /// <summary>What the first row follows.</summary>
    public static byte[] Origin { get; } = new byte[HashBytes];

    /// <summary>The hash of a row that follows a row of hash <paramref name="previous"/>.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, LedgerRow row)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        Append(hash, row.Operation);
        Append(hash, row.Command);
        Append(hash, Encoding.UTF8.GetBytes(row.Kind));
        Append(hash, row.Entity);
        Append(hash, row.Payload);
        Append(hash, row.Seen);
        Append(hash, Encoding.UTF8.GetBytes(row.Origin));
        Append(hash, row.Reading.UtcMicroseconds);
        Append(hash, row.Reading.Monotonic.Ticks);
        Append(hash, row.Reading.Boottime.Ticks);
        Append(hash, Encoding.UTF8.GetBytes(row.Reading.Domain.Id));
        return hash.GetHashAndReset();
    }

    // Each part of varying length carries its length, so that no two rows have the same bytes.
    private static void Append(IncrementalHash hash, byte[] part)
    {
        Append(hash, part.LongLength);
        hash.AppendData(part);
    }

    private static void Append(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, Guid uuid)
    {
        Span<byte> bytes = stackalloc byte[UuidBytes];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        hash.AppendData(bytes);
    }
}
