using System.IO.Enumeration;

namespace TimeTracker.Domain;

/// <summary>
/// Names that a person means: one in any spelling, or all that fit a pattern in which * stands for anything and ? for one
/// character. An empty pattern means having none.
/// </summary>
public sealed record NamePattern
{
    private readonly string _key;

    /// <summary>A pattern as typed.</summary>
    public NamePattern(string text) => _key = Text.Key(text);

    /// <summary>Whether it can fit several names.</summary>
    public bool IsWild => _key.AsSpan().ContainsAny('*', '?');

    /// <summary>Whether it means having no name at all.</summary>
    public bool IsNone => _key.Length == 0;

    /// <summary>Whether it fits a name; null is none.</summary>
    public bool Fits(string? name) => name is null ? IsNone
        : IsWild ? FileSystemName.MatchesSimpleExpression(_key, Text.Key(name), ignoreCase: false)
        : Text.Key(name) == _key;
}
