using System.Security.Cryptography;

namespace TimeTracker.Domain.Tests.Hashing;

public sealed class Sha256Tests
{
    [Fact]
    public void TheHash_IsThePlatforms_ForTextsOfEveryLengthUpToFourBlocks()
    {
        var bytes = new byte[4 * Sha256.BlockBytes];
        new Random(20270309).NextBytes(bytes);
        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(SHA256.HashData(bytes.AsSpan(..length)), Sha256.HashData(bytes.AsSpan(..length)));
        }
    }

    [Fact]
    public void TheHash_OfFips180sExample_IsItsResult() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        Convert.ToHexStringLower(Sha256.HashData("abc"u8)));
}
