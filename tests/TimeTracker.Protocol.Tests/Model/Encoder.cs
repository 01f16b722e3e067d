using System.Numerics;
using System.Runtime.InteropServices;

namespace TimeTracker.Protocol.Tests.Model;

/// <summary>
/// Writes a state as bytes, each list behind its length, so that two states are equal if their bytes are. Everything
/// in these small worlds counts to less than 255.
/// </summary>
internal ref struct Encoder(Span<byte> buffer)
{
    private const ulong First = 0x9E37_79B9_7F4A_7C15;
    private const ulong Second = 0xD1B5_4A32_D192_ED03;

    private readonly Span<byte> _buffer = buffer;
    private int _length;

    /// <summary>128 bits: that any two of a hundred million states meet in one has a chance of 1 in 10^22.</summary>
    internal readonly UInt128 Fingerprint()
    {
        var padded = _buffer[..((_length + 7) & ~7)];
        padded[_length..].Clear();
        var (low, high) = ((ulong)_length + First, (ulong)_length + Second);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(padded))
        {
            low = Mix(low ^ word, First);
            high = Mix(high ^ BitOperations.RotateLeft(word, 32), Second) + low;
        }

        return new UInt128(Mix(high, Second), Mix(low, First));
    }

    internal void Write(int value) => _buffer[_length++] = checked((byte)(value + 1));

    internal void Write(bool value) => _buffer[_length++] = value ? (byte)1 : (byte)0;

    internal void Write<T>(Seq<T> items)
        where T : IEquatable<T>, IEncoded
    {
        Write(items.Count);
        foreach (var item in items)
        {
            item.Encode(ref this);
        }
    }

    private static ulong Mix(ulong value, ulong factor)
    {
        var high = Math.BigMul(value, factor, out var low);
        return high ^ low ^ (value >> 29);
    }
}
