using TimeTracker.Domain;

namespace TimeTracker.Core.Identity;

/// <summary>HMAC (RFC 2104) with <see cref="Sha256"/>. Nothing secret goes through it.</summary>
internal static class KeyedHash
{
    /// <summary>The hash of a text under a key.</summary>
    internal static byte[] Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text)
    {
        var padded = new byte[Sha256.BlockBytes];
        (key.Length > padded.Length ? Sha256.HashData(key) : key).CopyTo(padded);
        byte[] inner = [.. padded.Select(one => (byte)(one ^ 0x36)), .. text];
        return Sha256.HashData([.. padded.Select(one => (byte)(one ^ 0x5c)), .. Sha256.HashData(inner)]);
    }
}
