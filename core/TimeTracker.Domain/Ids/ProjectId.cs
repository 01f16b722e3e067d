using System.Text;

namespace TimeTracker.Domain;

/// <summary>
/// Names one project: the UUID of version 5 (RFC 9562) of its normalised first name, so that two devices that begin
/// the same project apart from each other mean one.
/// </summary>
/// <param name="Value">The UUID.</param>
public readonly record struct ProjectId(Guid Value)
{
    private const int UuidBytes = 16;

    // Ours alone and never to change: every project's id depends on it.
    private static readonly Guid Namespace = new("6f2a9d9e-2f0c-5d0e-9a55-3f1a7c4be2d1");

    /// <summary>The id that a project of this name gets when it is new.</summary>
    public static ProjectId For(ProjectName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = Encoding.UTF8.GetBytes(name.Key);
        Span<byte> hashed = new byte[UuidBytes + text.Length];
        Namespace.TryWriteBytes(hashed, bigEndian: true, out _);
        text.CopyTo(hashed[UuidBytes..]);
        Span<byte> hash = Sha1.HashData(hashed);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new(new Guid(hash[..UuidBytes], bigEndian: true));
    }

    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
