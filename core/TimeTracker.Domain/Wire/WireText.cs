namespace TimeTracker.Domain;

/// <summary>Texts that people give to devices and users.</summary>
public static class WireText
{
    /// <summary>
    /// Whether a text can name a device or a user: 1 to <see cref="WireLimits.NameCharactersMax"/> characters, none of
    /// them a control character, no space at either end.
    /// </summary>
    public static bool IsName(string text) => IsLine(text, WireLimits.NameCharactersMax);

    internal static bool IsLine(string text, int charactersMax)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0
            && text.Length <= charactersMax
            && !text.Any(char.IsControl)
            && !char.IsWhiteSpace(text[0])
            && !char.IsWhiteSpace(text[^1]);
    }
}
