using System.Security.Cryptography;
using System.Text;

namespace TimeTracker.Domain.Tests.Hashing;

public sealed class Sha1Tests
{
    private static readonly byte[] Namespace = new Guid("6f2a9d9e-2f0c-5d0e-9a55-3f1a7c4be2d1").ToByteArray(bigEndian: true);

    [Fact]
    public void AProjectsId_IsMadeOfThePlatformsSha1_ForNamesOfEveryLength()
    {
        for (var length = 1; length <= ProjectName.LengthMax; length++)
        {
            var text = new string('Ж', length);
            Assert.True(ProjectName.TryParse(text, out var name, out _));
#pragma warning disable CA5350 // RFC 9562 defines version 5 with SHA-1.
            var hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(text)]);
#pragma warning restore CA5350
            hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
            hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
            Assert.Equal(new Guid(hash.AsSpan(..16), bigEndian: true), ProjectId.For(name).Value);
        }
    }
}
