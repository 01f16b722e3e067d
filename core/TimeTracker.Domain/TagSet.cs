using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace TimeTracker.Domain;

/// <summary>
/// Up to <see cref="CountMax"/> tags of 1 to <see cref="LengthMax"/> characters, without doubles (case does not
/// count, the first spelling stays), in one order however they were given. Equal sets are equal values.
/// </summary>
public sealed class TagSet : IReadOnlyList<string>, IEquatable<TagSet>
{
    /// <summary>The most tags an entry has.</summary>
    public const int CountMax = 20;

    /// <summary>The longest tag, in UTF-16 units.</summary>
    public const int LengthMax = 50;

    private readonly string[] _tags;

    private TagSet(string[] tags) => _tags = tags;

    /// <summary>No tag.</summary>
    public static TagSet Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _tags.Length;

    /// <inheritdoc/>
    public string this[int index] => _tags[index];

    /// <summary>The door for tags that were checked before: from the ledger, or from another device.</summary>
    /// <exception cref="FormatException">They would not pass here.</exception>
    public static TagSet Parse(IEnumerable<string?> texts) =>
        TryParse(texts.Where(text => Text.Kept(text) is not { } kept || Text.Key(kept).Length > 0), out var parsed, out var rejection)
            ? parsed
            : throw new FormatException(rejection.Message);

    /// <summary>Checks a person's tags.</summary>
    public static bool TryParse(
        IEnumerable<string?>? texts, [NotNullWhen(true)] out TagSet? set, [NotNullWhen(false)] out Rejection? rejection)
    {
        set = null;
        rejection = null;
        var byKey = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts ?? [])
        {
            var clean = Text.CleanName(text ?? string.Empty);
            rejection = clean switch
            {
                null => Rejection.ControlCharacters("tag"),
                "" => Rejection.TagEmpty,
                { Length: > LengthMax } => Rejection.TooLong("tag", clean.Length, LengthMax),
                _ => null,
            };
            if (rejection is not null)
            {
                return false;
            }

            byKey.TryAdd(Text.Key(clean!), clean!);
            if (byKey.Count > CountMax)
            {
                rejection = Rejection.TooManyTags(CountMax);
                return false;
            }
        }

        set = byKey.Count == 0 ? Empty : new([.. byKey.Values]);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(TagSet? other) => other is not null && _tags.AsSpan().SequenceEqual(other._tags);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TagSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var tag in _tags)
        {
            hash.Add(tag, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => ((IEnumerable<string>)_tags).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _tags);
}
