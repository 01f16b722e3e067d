using System.Security.Cryptography;

namespace TimeTracker.NativeHost.Tests;

public sealed class ExtensionIdsTests
{
    [Fact]
    public void TheChromiumId_IsThatOfTheKey()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(ExtensionIds.PublicKey)))[..32];
        Assert.Equal(
            ExtensionIds.Chromium,
            string.Concat(hash.Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16)))));
    }

    [Fact]
    public void TheKey_IsAPublicOne()
    {
        using var key = RSA.Create();
        key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(ExtensionIds.PublicKey), out _);
        Assert.Equal(2048, key.KeySize);
    }
}
