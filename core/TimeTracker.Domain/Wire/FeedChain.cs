using System.Buffers.Binary;

namespace TimeTracker.Domain;

/// <summary>
/// Ties each row of a feed to all rows before it: SHA-256(previous chain ‖ op_id, device_id, seen, relayed, SHA-256 of
/// the payload, received_utc). Server and client reckon it by this one function.
/// </summary>
public static class FeedChain
{
    private const int UuidBytes = 16;

    // Every part has a fixed length, so that no two rows have the same bytes: ids in their written order, numbers and
    // microseconds as 64 bits with the highest first, the flag as one byte of 0 or 1.
    private const int RowBytes =
        ChainHash.Bytes + UuidBytes + UuidBytes + sizeof(long) + sizeof(byte) + ChainHash.Bytes + sizeof(long);

    /// <summary>
    /// The chain's hash at a row that follows <paramref name="previous"/>; the row's own hash is not read.
    /// </summary>
    public static ChainHash Next(ChainHash previous, FeedRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Span<byte> bytes = stackalloc byte[RowBytes];
        var rest = bytes;
        previous.CopyTo(Take(ref rest, ChainHash.Bytes));
        row.Operation.Value.TryWriteBytes(Take(ref rest, UuidBytes), bigEndian: true, out _);
        row.Device.Value.TryWriteBytes(Take(ref rest, UuidBytes), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(Take(ref rest, sizeof(long)), row.Seen);
        Take(ref rest, sizeof(byte))[0] = row.Relayed ? (byte)1 : (byte)0;
        row.Payload.Hash.CopyTo(Take(ref rest, ChainHash.Bytes));
        BinaryPrimitives.WriteInt64BigEndian(Take(ref rest, sizeof(long)), row.Received.Microseconds);
        return new(Sha256.HashData(bytes));
    }

    private static Span<byte> Take(ref Span<byte> rest, int length)
    {
        var part = rest[..length];
        rest = rest[length..];
        return part;
    }
}
