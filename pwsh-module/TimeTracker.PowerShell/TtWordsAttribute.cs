using System.Collections;
using System.Management.Automation;

namespace TimeTracker.PowerShell;

/// <summary>
/// Takes the words of a description as they were typed: a number keeps its digits (0012, 1.10), and words between which a
/// comma stands, of which PowerShell makes a list, keep it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TtWordsAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        Listed(inputData) is { } words ? words.Cast<object?>().Select(Word).ToArray() : (string[])[Word(inputData)];

    /// <summary>Whether a word is written as a parameter is: a dash, then a letter, and no space.</summary>
    internal static bool LooksLikeAParameter(string word) =>
        word.Length > 1 && word[0] == '-' && char.IsAsciiLetter(word[1]) && !word.Any(char.IsWhiteSpace);

    private static string Word(object? word) => Listed(word) is { } list
        ? string.Join(", ", list.Cast<object?>().Select(Word))
        : LanguagePrimitives.ConvertTo<string>(word) ?? string.Empty;

    private static IList? Listed(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) as IList;
}
