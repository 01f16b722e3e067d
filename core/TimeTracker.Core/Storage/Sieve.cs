using System.Text.RegularExpressions;

namespace TimeTracker.Core.Storage;

/// <summary>
/// What SQLite sifts texts by before they are compared here. It folds the case of ASCII alone, but looks through 100,000
/// descriptions in a third of the time that reading them takes. Pure.
/// </summary>
internal static partial class Sieve
{
    /// <summary>
    /// Two patterns that whatever holds the part fits: for LIKE its longest run that SQLite folds as .NET does, for GLOB
    /// its first letter beyond ASCII, in each of its spellings.
    /// </summary>
    internal static object[] Of(string part)
    {
        var run = NotUnderstood().Split(part).MaxBy(one => one.Length);
        var letter = part.FirstOrDefault(unit => unit > '~' && !char.IsSurrogate(unit));
        return [$"%{run}%", letter == default ? "*" : $"*[{string.Concat(Spellings(letter))}]*"];
    }

    // All of them, not the letter's own two cases: \u03c2 and \u03c3 are one where case does not count.
    private static IEnumerable<string> Spellings(char letter)
    {
        for (int unit = char.MinValue; unit <= char.MaxValue; unit++)
        {
            if (!char.IsSurrogate((char)unit) && IsSame((char)unit, letter))
            {
                yield return ((char)unit).ToString();
            }
        }
    }

    private static bool IsSame(char one, char other) =>
        new ReadOnlySpan<char>(in one).Equals(new ReadOnlySpan<char>(in other), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("[^ -~]|[%_]")]
    private static partial Regex NotUnderstood();
}
