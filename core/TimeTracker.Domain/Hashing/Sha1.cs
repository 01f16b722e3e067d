using System.Numerics;

namespace TimeTracker.Domain;

/// <summary>
/// SHA-1 (FIPS 180-4, section 6.1), which UUIDs of version 5 are made with; nothing relies on its strength. Not the
/// platform's for the reason that <see cref="Sha256"/> has.
/// </summary>
internal static class Sha1
{
    private const int Rounds = 80;
    private const int RoundsInPart = Rounds / 4;

    /// <summary>The hash of a text, 20 bytes.</summary>
    internal static byte[] HashData(ReadOnlySpan<byte> text)
    {
        ReadOnlySpan<byte> padded = ShaBlocks.Padded(text);
        Span<uint> state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];
        for (var at = 0; at < padded.Length; at += ShaBlocks.BlockBytes)
        {
            Mix(state, padded.Slice(at, ShaBlocks.BlockBytes));
        }

        return ShaBlocks.Bytes(state);
    }

    private static void Mix(Span<uint> state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[Rounds];
        ShaBlocks.ReadWords(block, words);
        for (var i = ShaBlocks.WordsInBlock; i < Rounds; i++)
        {
            words[i] = BitOperations.RotateLeft(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
        }

        unchecked
        {
            var (a, b, c, d, e) = (state[0], state[1], state[2], state[3], state[4]);
            for (var i = 0; i < Rounds; i++)
            {
                var next = BitOperations.RotateLeft(a, 5) + Part(i / RoundsInPart, b, c, d) + e + words[i];
                (e, d, c, b, a) = (d, c, BitOperations.RotateLeft(b, 30), a, next);
            }

            ReadOnlySpan<uint> mixed = [a, b, c, d, e];
            for (var word = 0; word < state.Length; word++)
            {
                state[word] += mixed[word];
            }
        }
    }

    // A part's function and its constant.
    private static uint Part(int part, uint b, uint c, uint d) => unchecked(part switch
    {
        0 => ((b & c) ^ (~b & d)) + 0x5a827999,
        1 => (b ^ c ^ d) + 0x6ed9eba1,
        2 => ((b & c) ^ (b & d) ^ (c & d)) + 0x8f1bbcdc,
        _ => (b ^ c ^ d) + 0xca62c1d6,
    });
}
