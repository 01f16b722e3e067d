using System.Collections;
using System.Management.Automation;

namespace TimeTracker.PowerShell;

/// <summary>One object of the pipeline, which names the fields that it has as properties.</summary>
internal sealed class PipedRow(PSObject? input)
{
    // What jobs, files, other processes and Select-Object put before the type of what they copy.
    private static readonly string[] CopyPrefixes = ["Deserialized.", "Selected."];
    private static readonly string Own = $"{typeof(TtEntry).Namespace}.";

    /// <summary>
    /// Whether this is an entry, a timer or whatever else a cmdlet here gave, or a copy of one. What it says was true when
    /// it was read: written back it would undo later changes.
    /// </summary>
    internal bool IsEntry => input is not null && input.TypeNames.Any(name => Uncopied(name).StartsWith(Own, StringComparison.Ordinal));

    /// <summary>The id that was piped by itself, without an object around it; else null.</summary>
    internal Guid? BareId => input?.BaseObject switch
    {
        Guid id => id,
        string text when Guid.TryParse(text, out var id) => id,
        _ => null,
    };

    /// <summary>Whether the row has one of these properties.</summary>
    internal bool Names(params ReadOnlySpan<string> names) => Find(names) is not null;

    /// <summary>The text of a property; empty where it has no value.</summary>
    internal string Text(params ReadOnlySpan<string> names) => TextOf(Find(names)?.Value);

    /// <summary>The items of a property: those of a list, or of a text in which commas part them; none where it is
    /// empty.</summary>
    internal string[] Items(params ReadOnlySpan<string> names) => Unwrapped(Find(names)?.Value) switch
    {
        null => [],
        string text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        IEnumerable list => [.. list.Cast<object?>().Select(TextOf)],
        var single => [TextOf(single)],
    };

    /// <summary>What a property says is true or false; null where it has no value.</summary>
    /// <exception cref="FormatException">It says neither.</exception>
    internal bool? Flag(string name) => Unwrapped(Find(name)?.Value) switch
    {
        bool flag => flag,
        SwitchParameter flag => flag.IsPresent,
        var value => TextOf(value).Trim() is { } text ? text.ToUpperInvariant() switch
        {
            "" => null,
            "TRUE" or "YES" or "Y" or "ON" or "1" => true,
            "FALSE" or "NO" or "N" or "OFF" or "0" => false,
            _ => throw new FormatException(text),
        } : null,
    };

    private static string Uncopied(string type) =>
        CopyPrefixes.FirstOrDefault(prefix => type.StartsWith(prefix, StringComparison.Ordinal)) is { } prefix
            ? Uncopied(type[prefix.Length..])
            : type;

    private PSPropertyInfo? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (input?.Properties[name] is { } property)
            {
                return property;
            }
        }

        return null;
    }

    private static object? Unwrapped(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;

    private static string TextOf(object? value) => LanguagePrimitives.ConvertTo<string>(value) ?? string.Empty;
}
