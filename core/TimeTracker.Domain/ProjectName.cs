using System.Diagnostics.CodeAnalysis;

namespace TimeTracker.Domain;

/// <summary>A project's name: 1 to <see cref="LengthMax"/> characters in one line. Spellings that differ only in case
/// or spaces name one project; the first spelling is kept.</summary>
public sealed record ProjectName
{
    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int LengthMax = 200;

    private ProjectName(string text)
    {
        Value = text;
        Key = Text.Key(text) is { Length: > 0 } key ? key : text;
    }

    /// <summary>The name as first written.</summary>
    public string Value { get; }

    /// <summary>What two spellings of one name have in common.</summary>
    public string Key { get; }

    /// <summary>The door for a text that was checked before: from the ledger, or from another device.</summary>
    /// <exception cref="FormatException">It would not pass here.</exception>
    public static ProjectName Parse(string? text) =>
        TryParse(text, out var parsed, out var rejection) ? parsed
            : rejection.Code == RejectionCode.ProjectEmpty && Text.Kept(text) is { } kept ? new(kept)
            : throw new FormatException(rejection.Message);

    /// <summary>Checks a person's text.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out ProjectName? name, [NotNullWhen(false)] out Rejection? rejection)
    {
        name = null;
        var clean = Text.CleanName(text ?? string.Empty);
        rejection = clean switch
        {
            null => Rejection.ControlCharacters("project"),
            "" => Rejection.ProjectEmpty,
            { Length: > LengthMax } => Rejection.TooLong("project", clean.Length, LengthMax),
            _ => null,
        };
        if (rejection is not null)
        {
            return false;
        }

        name = new(clean!);
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(ProjectName? other) => other is not null && Key == other.Key;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Key);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
