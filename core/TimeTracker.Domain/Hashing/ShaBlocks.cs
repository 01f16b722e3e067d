using System.Buffers.Binary;

namespace TimeTracker.Domain;

/// <summary>What SHA-1 and SHA-256 have in common (FIPS 180-4, section 5.1.1): a text becomes whole blocks.</summary>
internal static class ShaBlocks
{
    internal const int BlockBytes = 64;

    internal const int WordsInBlock = BlockBytes / sizeof(uint);

    /// <summary>The text, a one bit, zeros up to the last 8 bytes of a block, and there its length in bits.</summary>
    internal static byte[] Padded(ReadOnlySpan<byte> text)
    {
        var blocks = (text.Length + sizeof(ulong) + BlockBytes) / BlockBytes;
        var padded = new byte[blocks * BlockBytes];
        text.CopyTo(padded);
        padded[text.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(^sizeof(ulong)), (ulong)text.Length * 8);
        return padded;
    }

    internal static void ReadWords(ReadOnlySpan<byte> block, Span<uint> words)
    {
        for (var word = 0; word < WordsInBlock; word++)
        {
            words[word] = BinaryPrimitives.ReadUInt32BigEndian(block[(word * sizeof(uint))..]);
        }
    }

    internal static byte[] Bytes(ReadOnlySpan<uint> words)
    {
        var bytes = new byte[words.Length * sizeof(uint)];
        for (var word = 0; word < words.Length; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(word * sizeof(uint)), words[word]);
        }

        return bytes;
    }
}
