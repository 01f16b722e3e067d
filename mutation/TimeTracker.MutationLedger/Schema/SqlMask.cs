namespace TimeTracker.MutationLedger.Schema;

/// <summary>
/// SQL with its comments, its literals and the bodies of PostgreSQL's functions blanked out, of the same length: what
/// looks like a word, a parenthesis or an end is one.
/// </summary>
internal static class SqlMask
{
    // How PostgreSQL quotes a function's body.
    private const string Body = "$$";

    internal static string Of(string sql)
    {
        var masked = sql.ToCharArray();
        for (var at = 0; at < sql.Length;)
        {
            var end = EndOfQuiet(sql, at);
            for (var index = at; index < end; index++)
            {
                masked[index] = ' ';
            }

            at = Math.Max(end, at + 1);
        }

        return new string(masked);
    }

    /// <summary>The position of the parenthesis that closes the one at a position.</summary>
    internal static int Closing(string masked, int open)
    {
        var depth = 0;
        for (var at = open; at < masked.Length; at++)
        {
            depth += masked[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0)
            {
                return at;
            }
        }

        throw new FormatException($"The parenthesis at {open} is never closed.");
    }

    private static int EndOfQuiet(string sql, int at)
    {
        if (sql.AsSpan(at).StartsWith("--", StringComparison.Ordinal))
        {
            var line = sql.IndexOf('\n', at);
            return line < 0 ? sql.Length : line;
        }

        if (sql.AsSpan(at).StartsWith(Body, StringComparison.Ordinal))
        {
            var end = sql.IndexOf(Body, at + Body.Length, StringComparison.Ordinal);
            return end < 0 ? throw new FormatException($"The body at {at} is never closed.") : end + Body.Length;
        }

        if (sql[at] == '\'')
        {
            var quote = sql.IndexOf('\'', at + 1);
            return quote < 0 ? throw new FormatException($"The literal at {at} is never closed.") : quote + 1;
        }

        return at;
    }
}
