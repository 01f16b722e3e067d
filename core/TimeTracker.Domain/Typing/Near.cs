namespace TimeTracker.Domain;

/// <summary>Finds what was probably meant by a word that is not known.</summary>
public static class Near
{
    private const int LettersToADifference = 3;

    /// <summary>The known words that differ little from this one, the nearest first: by one letter in three at most.</summary>
    public static IEnumerable<string> Of(string word, IEnumerable<string> known)
    {
        ArgumentNullException.ThrowIfNull(word);
        var key = Text.Key(word);
        return known
            .Select(one => (Word: one, Distance: Distance(key, Text.Key(one))))
            .Where(one => one.Distance > 0 && one.Distance <= Math.Max(1, key.Length / LettersToADifference))
            .OrderBy(one => one.Distance)
            .Select(one => one.Word);
    }

    /// <summary>How many letters must be put in, taken out, replaced or swapped with their neighbour (optimal string
    /// alignment distance).</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
