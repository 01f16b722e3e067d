using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Users;

/// <summary>Tokens and one-time codes, of which only hashes are kept. Pure.</summary>
internal static class Secrets
{
    /// <summary>Bytes of chance in a code: 80 bits, guessed at some tries a minute within minutes.</summary>
    internal const int CodeBytes = 10;

    /// <summary>Bytes of chance that a token is made of: 256 bits.</summary>
    internal const int SaltBytes = 32;

    private const string TokenPrefix = "tts_";
    private const string Digits = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int BitsPerDigit = 5;
    private const int DigitsPerGroup = 4;

    /// <summary>A code as people type it: four groups of four digits that cannot be mistaken for each other.</summary>
    internal static string Code(ReadOnlySpan<byte> chance)
    {
        var number = new UInt128(0, 0);
        foreach (var value in chance)
        {
            number = (number << 8) | value;
        }

        var text = new StringBuilder();
        for (var shift = (chance.Length * 8) - BitsPerDigit; shift >= 0; shift -= BitsPerDigit)
        {
            text.Append(Digits[(int)((number >> shift) & 31)]);
            if (shift > 0 && (shift / BitsPerDigit) % DigitsPerGroup == 0)
            {
                text.Append('-');
            }
        }

        return text.ToString();
    }

    /// <summary>By what a code is found again, however it was typed.</summary>
    internal static ChainHash HashOfCode(string code) => Hash(string.Concat(code
        .ToUpperInvariant()
        .Where(char.IsAsciiLetterOrDigit)
        .Select(digit => digit switch { 'O' => '0', 'I' or 'L' => '1', _ => digit })));

    /// <summary>
    /// The token that a code gives to whoever uses it under this key. The same each time, so that a repeat whose answer
    /// was lost gets the same token; nobody without the salt, which never leaves the database, can reckon it.
    /// </summary>
    internal static string Token(ReadOnlySpan<byte> salt, string idempotencyKey) =>
        TokenPrefix + Base64Url.EncodeToString(HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(idempotencyKey)));

    /// <summary>By what a token, or the key of a request, is known again.</summary>
    internal static ChainHash Hash(string secret) => new(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
