using System.Diagnostics.CodeAnalysis;

namespace TimeTracker.Domain;

/// <summary>What an entry was spent on: 1 to <see cref="LengthMax"/> characters in one line.</summary>
public sealed record Description
{
    /// <summary>The longest description, in UTF-16 units; longer notes belong elsewhere and would slow every list.</summary>
    public const int LengthMax = 1000;

    private Description(string text) => Value = text;

    /// <summary>The text, trimmed and composed.</summary>
    public string Value { get; }

    /// <summary>The door for a text that was checked before: from the ledger, or from another device.</summary>
    /// <exception cref="FormatException">It would not pass here.</exception>
    public static Description Parse(string? text) =>
        TryParse(text, out var parsed, out var rejection) ? parsed
            : rejection.Code == RejectionCode.DescriptionEmpty && Text.Kept(text) is { } kept ? new(kept)
            : throw new FormatException(rejection.Message);

    /// <summary>Checks a person's text.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out Description? description, [NotNullWhen(false)] out Rejection? rejection)
    {
        description = null;
        var clean = Text.Clean(text ?? string.Empty);
        rejection = clean switch
        {
            null => Rejection.ControlCharacters("description"),
            "" => Rejection.DescriptionEmpty,
            { Length: > LengthMax } => Rejection.TooLong("description", clean.Length, LengthMax),
            _ => null,
        };
        if (rejection is not null)
        {
            return false;
        }

        description = new(clean!);
        return true;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
