namespace TimeTracker.Domain;

/// <summary>The last byte of a UUID in its written (big-endian) order.</summary>
internal static class LastByte
{
    private const int UuidBytes = 16;

    internal static byte Of(Guid uuid)
    {
        Span<byte> bytes = stackalloc byte[UuidBytes];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        return bytes[^1];
    }

    internal static Guid With(Guid uuid, byte value)
    {
        Span<byte> bytes = stackalloc byte[UuidBytes];
        uuid.TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[^1] = value;
        return new Guid(bytes, bigEndian: true);
    }
}
