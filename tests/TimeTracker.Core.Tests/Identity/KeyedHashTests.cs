using System.Security.Cryptography;
using TimeTracker.Core.Identity;

namespace TimeTracker.Core.Tests.Identity;

public sealed class KeyedHashTests
{
    [Fact]
    public void TheHash_IsThePlatforms_ForKeysAndTextsOfEveryLengthAroundABlock()
    {
        var bytes = new byte[200];
        new Random(20270309).NextBytes(bytes);
        foreach (var keyLength in new[] { 0, 1, 22, 63, 64, 65, 150 })
        {
            for (var length = 0; length <= bytes.Length; length++)
            {
                var (key, text) = (bytes[..keyLength], bytes[..length]);
                Assert.Equal(HMACSHA256.HashData(key, text), KeyedHash.Of(key, text));
            }
        }
    }
}
