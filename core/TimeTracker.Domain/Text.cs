using System.Globalization;
using System.Text;

namespace TimeTracker.Domain;

/// <summary>What every text of a person must be: composed, trimmed, in one line, and free of what a terminal would obey.</summary>
public static class Text
{
    /// <summary>
    /// The form under which two spellings of one name are the same: compatibility forms and case folded, one space between
    /// words, and without characters that nobody sees (Unicode's Default_Ignorable_Code_Point).
    /// </summary>
    public static string Key(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var visible = text.Any(IsIgnorable) || text.Any(char.IsSurrogate)
            ? string.Concat(text.EnumerateRunes().Where(rune => !IsIgnorable(rune)))
            : text;
        return Collapsed(visible.Normalize(NormalizationForm.FormKC).ToUpperInvariant());
    }

    /// <summary>
    /// Trims and composes (NFC) a text; null where it holds a control character or half a surrogate pair, empty where
    /// nothing of it can be seen.
    /// </summary>
    internal static string? Clean(string text) => Composed(text) switch
    {
        null => null,
        var composed when Key(composed).Length == 0 => string.Empty,
        var composed => composed,
    };

    /// <summary>As <see cref="Clean"/>, with one space between words: a name.</summary>
    internal static string? CleanName(string text) => Clean(text) is { } clean ? Collapsed(clean) : null;

    /// <summary>A text that an earlier version took although nothing of it can be seen: what was booked stays readable.</summary>
    internal static string? Kept(string? text) =>
        text is not null && Composed(text) is not null && text.Trim() is { Length: > 0 } kept ? kept : null;

    private static string? Composed(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes yields U+FFFD for half a pair; a real U+FFFD is no loss to refuse.
            if (rune == Rune.ReplacementChar || IsControl(rune))
            {
                return null;
            }
        }

        return Trimmed(text.Normalize(NormalizationForm.FormC));
    }

    private static string Trimmed(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsTrimmed(text[start]))
        {
            start++;
        }

        while (end > start && IsTrimmed(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }

    private static string Collapsed(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // A variation selector at the end belongs to the emoji before it.
    private static bool IsTrimmed(char unit) =>
        char.IsWhiteSpace(unit) || (IsIgnorable(unit) && unit is not (>= '\uFE00' and <= '\uFE0F'));

    private static bool IsIgnorable(char unit) => unit >= '\u00AD' && !char.IsSurrogate(unit) && IsIgnorable(new Rune(unit));

    // DerivedCoreProperties.txt of Unicode 16, Default_Ignorable_Code_Point.
    private static bool IsIgnorable(Rune rune) => rune.Value
        is 0x00AD or 0x034F or 0x061C or (>= 0x115F and <= 0x1160) or (>= 0x17B4 and <= 0x17B5) or (>= 0x180B and <= 0x180F)
        or (>= 0x200B and <= 0x200F) or (>= 0x202A and <= 0x202E) or (>= 0x2060 and <= 0x206F) or 0x3164
        or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF or 0xFFA0 or (>= 0xFFF0 and <= 0xFFF8) or (>= 0x1BCA0 and <= 0x1BCA3)
        or (>= 0x1D173 and <= 0x1D17A) or (>= 0xE0000 and <= 0xE0FFF);
}
