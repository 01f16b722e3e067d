using System.Globalization;
using System.Text;

namespace TimeTracker.Domain;

/// <summary>What every text of a person must be: composed, trimmed, in one line, and free of what a terminal would obey.</summary>
internal static class Text
{
    /// <summary>Trims and composes (NFC) a text; null where it holds a control character or half a surrogate pair.</summary>
    internal static string? Clean(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            // EnumerateRunes yields U+FFFD for half a pair; a real U+FFFD is no loss to refuse.
            if (rune == Rune.ReplacementChar || IsControl(rune))
            {
                return null;
            }
        }

        return text.Normalize(NormalizationForm.FormC).Trim();
    }

    /// <summary>The form under which two spellings of one name are the same: folded case, one space between words.</summary>
    internal static string Key(string text) =>
        string.Join(' ', text.Normalize(NormalizationForm.FormKC).ToUpperInvariant()
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsControl(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
