namespace TimeTracker.Analyzers.Sql;

/// <summary>
/// Cuts SQL text of any of the known dialects into tokens, so that a verb in a comment, a literal or a quoted name is
/// never taken for a statement.
/// </summary>
internal static class SqlTokenizer
{
    /// <summary>Stands where a part of the text is not known at compile time.</summary>
    public const char Hole = '\u0001';

    public static List<SqlToken> Tokens(string sql)
    {
        var tokens = new List<SqlToken>();
        var at = 0;
        while (at < sql.Length)
        {
            at = Next(sql, at, tokens);
        }

        return tokens;
    }

    private static int Next(string sql, int at, List<SqlToken> tokens)
    {
        var c = sql[at];
        var next = at + 1 < sql.Length ? sql[at + 1] : '\0';
        if (char.IsWhiteSpace(c))
        {
            return at + 1;
        }

        if ((c == '-' && next == '-') || (c == '#' && !IsWordStart(next) && next != '#'))
        {
            return EndOfLine(sql, at);
        }

        if (c == '/' && next == '*')
        {
            return EndOfComment(sql, at + 2);
        }

        if (c == Hole)
        {
            tokens.Add(new(SqlTokenKind.Hole, string.Empty));
            return at + 1;
        }

        if (c == '\'')
        {
            tokens.Add(new(SqlTokenKind.Literal, string.Empty));
            return EndOfQuoted(sql, at + 1, '\'');
        }

        if (c is '"' or '`' or '[')
        {
            return Quoted(sql, at, c == '[' ? ']' : c, tokens);
        }

        if (c == '$' && DollarQuote(sql, at) is { } end)
        {
            tokens.Add(new(SqlTokenKind.Literal, string.Empty));
            return end;
        }

        return c is '@' or ':' or '$' or '#' || IsWordStart(c) || char.IsDigit(c)
            ? Word(sql, at, tokens)
            : Mark(c, at, tokens);
    }

    private static int Mark(char c, int at, List<SqlToken> tokens)
    {
        tokens.Add(new(SqlTokenKind.Mark, c.ToString()));
        return at + 1;
    }

    private static int Word(string sql, int at, List<SqlToken> tokens)
    {
        var end = sql[at] == '#' && at + 1 < sql.Length && sql[at + 1] == '#' ? at + 2 : at + 1;
        while (end < sql.Length && (IsWordStart(sql[end]) || char.IsDigit(sql[end])))
        {
            end++;
        }

        var kind = sql[at] is '@' or ':' or '$' ? SqlTokenKind.Parameter
            : char.IsDigit(sql[at]) ? SqlTokenKind.Literal : SqlTokenKind.Word;
        tokens.Add(new(kind, sql.Substring(at, end - at)));
        return end;
    }

    private static int Quoted(string sql, int at, char close, List<SqlToken> tokens)
    {
        var end = EndOfQuoted(sql, at + 1, close);
        tokens.Add(new(SqlTokenKind.Quoted, sql.Substring(at + 1, Math.Max(0, end - at - 2))));
        return end;
    }

    private static int EndOfQuoted(string sql, int at, char close)
    {
        while (at < sql.Length)
        {
            if (sql[at] == close)
            {
                if (at + 1 >= sql.Length || sql[at + 1] != close)
                {
                    return at + 1;
                }

                at++;
            }

            at++;
        }

        return at;
    }

    private static int? DollarQuote(string sql, int at)
    {
        var tag = at + 1;
        while (tag < sql.Length && IsWordStart(sql[tag]))
        {
            tag++;
        }

        if (tag >= sql.Length || sql[tag] != '$')
        {
            return null;
        }

        var mark = sql.Substring(at, tag - at + 1);
        var close = sql.IndexOf(mark, tag + 1, StringComparison.Ordinal);
        return close < 0 ? sql.Length : close + mark.Length;
    }

    private static int EndOfLine(string sql, int at)
    {
        var end = sql.IndexOf('\n', at);
        return end < 0 ? sql.Length : end + 1;
    }

    // PostgreSQL and SQL Server nest block comments; elsewhere an inner opening mark is as good as absent.
    private static int EndOfComment(string sql, int at)
    {
        for (var depth = 1; at < sql.Length; at++)
        {
            if (sql[at] == '/' && at + 1 < sql.Length && sql[at + 1] == '*')
            {
                depth++;
                at++;
            }
            else if (sql[at] == '*' && at + 1 < sql.Length && sql[at + 1] == '/')
            {
                at++;
                if (--depth == 0)
                {
                    return at + 1;
                }
            }
        }

        return at;
    }

    private static bool IsWordStart(char c) => c == '_' || char.IsLetter(c);
}
