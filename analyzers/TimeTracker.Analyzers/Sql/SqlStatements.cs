namespace TimeTracker.Analyzers.Sql;

/// <summary>The shapes of statements that matter: where one ends, and which of its words change rows.</summary>
internal static class SqlStatements
{
    private static readonly string[] Definitions =
    [
        "CREATE", "ALTER", "DROP", "GRANT", "REVOKE", "DENY", "COMMENT", "PRAGMA", "ANALYZE", "VACUUM", "REINDEX",
        "ATTACH", "DETACH", "SAVEPOINT", "RELEASE", "LISTEN", "NOTIFY", "LOCK", "SHOW", "DESCRIBE",
    ];

    private static readonly string[] BeginWords =
        [
        "TRAN", "TRANSACTION", "DISTRIBUTED", "WORK", "IMMEDIATE", "EXCLUSIVE", "DEFERRED", "CONCURRENT", "ISOLATION",
        "READ",
    ];

    private static readonly string[] Explained = ["SELECT", "INSERT", "UPDATE", "DELETE", "MERGE", "WITH"];

    public static bool IsDefinition(SqlToken verb) => Definitions.Any(verb.Is);

    public static bool IsBeginWord(SqlToken word) => BeginWords.Any(word.Is);

    /// <summary>Behind the options of EXPLAIN.</summary>
    public static bool IsExplained(SqlToken verb) => Explained.Any(verb.Is);

    /// <summary>A batch of Transact-SQL begins its transaction anywhere, for it needs no semicolons.</summary>
    public static bool IsBeginInside(SqlToken word, SqlToken next)
        => word.Is("BEGIN") && (next.Is("TRAN") || next.Is("TRANSACTION") || next.Is("DISTRIBUTED"));

    /// <summary>Rows of a temporary table or a table variable are gone with the session: no state changes.</summary>
    public static bool IsTemporary(SqlToken table)
        => table.Kind == SqlTokenKind.Parameter || table.Text.StartsWith("#", StringComparison.Ordinal);

    /// <summary>
    /// The statement's end; a trigger's or procedure's body belongs to the statement that creates it.
    /// </summary>
    public static int End(List<SqlToken> tokens, int start)
    {
        var hasBody = false;
        for (var at = start; at < tokens.Count; at++)
        {
            if (tokens[start].Is("CREATE") || tokens[start].Is("ALTER"))
            {
                hasBody |= tokens[at].Is("TRIGGER") || tokens[at].Is("PROCEDURE") || tokens[at].Is("PROC")
                    || tokens[at].Is("FUNCTION");
            }

            if (tokens[at].Text == ";" && (!hasBody || tokens[at - 1].Is("END")))
            {
                return at;
            }
        }

        return tokens.Count;
    }

    /// <summary>The index after the words that belong to BEGIN itself.</summary>
    public static int LastWordOfBegin(List<SqlToken> tokens, int start, int end)
    {
        var at = start + 1;
        while (at < end && (IsBeginWord(tokens[at]) || tokens[at].Is("LEVEL") || tokens[at].Is("COMMITTED")
            || tokens[at].Is("REPEATABLE") || tokens[at].Is("SERIALIZABLE") || tokens[at].Is("WRITE")
            || tokens[at].Is("ONLY") || tokens[at].Text == ","))
        {
            at++;
        }

        return at;
    }

    public static bool NamesSavepoint(List<SqlToken> tokens, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (tokens[at].Is("TO"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The index of the table when a word at this place changes rows; negative when it does not.</summary>
    public static int WriteTarget(List<SqlToken> tokens, int start, int at, int end)
    {
        var word = tokens[at];
        var next = at + 1 < end ? tokens[at + 1] : default;
        var previous = at > start ? tokens[at - 1] : default;
        if (previous.Text == "." || previous.Is("AS"))
        {
            return -1;
        }

        if (word.Is("INSERT") && !previous.Is("ON") && !previous.Is("NOT"))
        {
            return next.Text == "(" ? -1 : Skip(tokens, at + 1, end, "OR", "ABORT", "FAIL", "IGNORE", "REPLACE",
                "ROLLBACK", "LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "TOP", "INTO", "OVERWRITE");
        }

        if (word.Is("INSERT"))
        {
            return -1;
        }

        if (word.Is("REPLACE"))
        {
            return next.Is("INTO") ? at + 2 : at == start && next.IsName ? at + 1 : -1;
        }

        if (word.Is("UPDATE"))
        {
            return next.IsName && !next.Is("SET") && !next.Is("OF") && !next.Is("NOWAIT") && !next.Is("SKIP")
                && !IsOneOf(previous, "FOR", "DO", "ON", "KEY", "OR", "OF")
                ? Skip(tokens, at + 1, end, "OR", "ABORT", "FAIL", "IGNORE", "REPLACE", "ROLLBACK", "ONLY",
                    "LOW_PRIORITY")
                : -1;
        }

        if (word.Is("DELETE"))
        {
            return !IsOneOf(previous, "ON", "OR", "OF") && (next.Is("FROM") || next.IsName)
                ? Skip(tokens, at + 1, end, "FROM", "ONLY", "LOW_PRIORITY", "QUICK", "IGNORE")
                : -1;
        }

        return Rare(tokens, start, at, end);
    }

    /// <summary>The last part of a possibly qualified name.</summary>
    public static string TableAt(List<SqlToken> tokens, int at, int end)
    {
        while (at + 2 < end && tokens[at + 1].Text == "." && tokens[at + 2].IsName)
        {
            at += 2;
        }

        return tokens[at].Text;
    }

    private static int Rare(List<SqlToken> tokens, int start, int at, int end)
    {
        var word = tokens[at];
        var next = at + 1 < end ? tokens[at + 1] : default;
        if (word.Is("MERGE"))
        {
            return next.Is("INTO") ? at + 2 : at == start && next.IsName && !next.Is("JOIN") ? at + 1 : -1;
        }

        if (word.Is("TRUNCATE") && at == start)
        {
            return Skip(tokens, at + 1, end, "TABLE", "ONLY");
        }

        // SELECT … INTO makes a table and fills it; into a variable or a file it does not.
        if (word.Is("INTO") && tokens[start].Is("SELECT") && next.IsName && !next.Is("OUTFILE") && !next.Is("DUMPFILE"))
        {
            return at + 1;
        }

        return word.Is("COPY") && at == start && next.IsName && CopiesIn(tokens, at, end) ? at + 1
            : word.Is("LOAD") && at == start && next.Is("DATA") ? end : -1;
    }

    private static bool CopiesIn(List<SqlToken> tokens, int at, int end)
    {
        for (; at < end; at++)
        {
            if (tokens[at].Is("FROM"))
            {
                return true;
            }
        }

        return false;
    }

    private static int Skip(List<SqlToken> tokens, int at, int end, params string[] words)
    {
        while (at < end && IsOneOf(tokens[at], words))
        {
            at++;
        }

        return at;
    }

    private static bool IsOneOf(SqlToken token, params string[] words) => words.Any(token.Is);
}
