using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TimeTracker.Domain;

/// <summary>
/// Ties each row of a ledger to all rows before it: hash = SHA-256(previous row's hash ‖ this row). A row that was
/// changed, left out or moved behind the store's back breaks every hash after it.
/// </summary>
public static class HashChain
{
    /// <summary>The hash's length in bytes.</summary>
    public const int HashBytes = Sha256.HashBytes;

    private const int UuidBytes = 16;

    /// <summary>What the first row follows.</summary>
    public static byte[] Origin { get; } = new byte[HashBytes];

    /// <summary>The hash of a row that follows a row of hash <paramref name="previous"/>.</summary>
    public static byte[] Next(ReadOnlySpan<byte> previous, LedgerRow row)
    {
        var hashed = new ArrayBufferWriter<byte>();
        hashed.Write(previous);
        Append(hashed, row.Operation);
        Append(hashed, row.Command);
        Append(hashed, Encoding.UTF8.GetBytes(row.Kind));
        Append(hashed, row.Entity);
        Append(hashed, row.Payload);
        Append(hashed, row.Seen);
        Append(hashed, Encoding.UTF8.GetBytes(row.Origin));
        Append(hashed, row.Reading.UtcMicroseconds);
        Append(hashed, row.Reading.Monotonic.Ticks);
        Append(hashed, row.Reading.Boottime.Ticks);
        Append(hashed, Encoding.UTF8.GetBytes(row.Reading.Domain.Id));
        return Sha256.HashData(hashed.WrittenSpan);
    }

    // Each part of varying length carries its length, so that no two rows have the same bytes.
    private static void Append(ArrayBufferWriter<byte> hashed, byte[] part)
    {
        Append(hashed, part.LongLength);
        hashed.Write(part);
    }

    private static void Append(ArrayBufferWriter<byte> hashed, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        hashed.Write(bytes);
    }

    private static void Append(ArrayBufferWriter<byte> hashed, Guid uuid)
    {
        Span<byte> bytes = stackalloc byte[UuidBytes];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        hashed.Write(bytes);
    }
}
