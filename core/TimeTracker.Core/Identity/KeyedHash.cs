using System.Buffers.Binary;
using System.Numerics;

namespace TimeTracker.Core.Identity;

/// <summary>
/// HMAC-SHA-256 (RFC 2104, FIPS 180-4) of short texts, here and not from the platform: that loads OpenSSL, 4 MB and a
/// tenth of a native host's start, for one hash at each opening. Nothing secret goes through it, and nothing long.
/// </summary>
internal static class KeyedHash
{
    internal const int Bytes = 32;

    private const int BlockBytes = 64;
    private const int Rounds = 64;

    // The first 32 bits of the fractional parts of the square roots of the first 8 primes ...
    private static readonly uint[] Start =
        [0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19];

    // ... and of the cube roots of the first 64.
    private static readonly uint[] Constants =
    [
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    ];

    /// <summary>The hash of a text under a key.</summary>
    internal static byte[] Of(ReadOnlySpan<byte> key, ReadOnlySpan<byte> text)
    {
        var padded = new byte[BlockBytes];
        (key.Length > BlockBytes ? Plain(key) : key).CopyTo(padded);
        byte[] inner = [.. padded.Select(one => (byte)(one ^ 0x36)), .. text];
        return Plain([.. padded.Select(one => (byte)(one ^ 0x5c)), .. Plain(inner)]);
    }

    private static byte[] Plain(ReadOnlySpan<byte> text)
    {
        // One bit, zeros up to the last 8 bytes of a block, and there the length in bits.
        var blocks = (text.Length + sizeof(ulong) + BlockBytes) / BlockBytes;
        var padded = new byte[blocks * BlockBytes];
        text.CopyTo(padded);
        padded[text.Length] = 0x80;
        BinaryPrimitives.WriteUInt64BigEndian(padded.AsSpan(^sizeof(ulong)), (ulong)text.Length * 8);

        var state = (uint[])Start.Clone();
        for (var block = 0; block < blocks; block++)
        {
            Mix(state, padded.AsSpan(block * BlockBytes, BlockBytes));
        }

        var hash = new byte[Bytes];
        for (var word = 0; word < state.Length; word++)
        {
            BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(word * sizeof(uint)), state[word]);
        }

        return hash;
    }

    private static void Mix(uint[] state, ReadOnlySpan<byte> block)
    {
        Span<uint> words = stackalloc uint[Rounds];
        for (var i = 0; i < Rounds; i++)
        {
            words[i] = i < 16
                ? BinaryPrimitives.ReadUInt32BigEndian(block[(i * sizeof(uint))..])
                : unchecked(words[i - 16] + Small(words[i - 15], 7, 18, 3) + words[i - 7] + Small(words[i - 2], 17, 19, 10));
        }

        var (a, b, c, d, e, f, g, h) = (state[0], state[1], state[2], state[3], state[4], state[5], state[6], state[7]);
        for (var i = 0; i < Rounds; i++)
        {
            var first = unchecked(h + Big(e, 6, 11, 25) + ((e & f) ^ (~e & g)) + Constants[i] + words[i]);
            var second = unchecked(Big(a, 2, 13, 22) + ((a & b) ^ (a & c) ^ (b & c)));
            (h, g, f, e, d, c, b, a) = (g, f, e, unchecked(d + first), c, b, a, unchecked(first + second));
        }

        uint[] mixed = [a, b, c, d, e, f, g, h];
        for (var word = 0; word < state.Length; word++)
        {
            state[word] = unchecked(state[word] + mixed[word]);
        }
    }

    private static uint Big(uint word, int first, int second, int third) =>
        BitOperations.RotateRight(word, first) ^ BitOperations.RotateRight(word, second) ^ BitOperations.RotateRight(word, third);

    private static uint Small(uint word, int first, int second, int shift) =>
        BitOperations.RotateRight(word, first) ^ BitOperations.RotateRight(word, second) ^ (word >> shift);
}
