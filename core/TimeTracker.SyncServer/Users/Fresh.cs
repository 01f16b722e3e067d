namespace TimeTracker.SyncServer.Users;

/// <summary>What is made of chance.</summary>
internal static class Fresh
{
    private const int UuidBytes = 16;

    internal static byte[] Bytes(Chance chance, int length)
    {
        var bytes = new byte[length];
        chance(bytes);
        return bytes;
    }

    /// <summary>A UUID of version 4 (RFC 9562).</summary>
    internal static Guid Uuid(Chance chance)
    {
        var bytes = Bytes(chance, UuidBytes);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
