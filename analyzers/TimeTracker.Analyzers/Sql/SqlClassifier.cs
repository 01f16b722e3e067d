using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace TimeTracker.Analyzers.Sql;

/// <summary>Tells from a command's text whether it changes rows or moves a transaction's borders.</summary>
internal static class SqlClassifier
{
    private static readonly ConcurrentDictionary<string, SqlFacts> Seen = new(StringComparer.Ordinal);

    // The same few texts are asked for again and again while a method's flow settles.
    private const int SeenMax = 4096;

    public static SqlFacts Classify(string sql)
    {
        if (Seen.TryGetValue(sql, out var known))
        {
            return known;
        }

        if (Seen.Count > SeenMax)
        {
            Seen.Clear();
        }

        return Seen[sql] = new Reader(SqlTokenizer.Tokens(sql)).Read();
    }

    private sealed class Reader(List<SqlToken> tokens)
    {
        private readonly ImmutableArray<string>.Builder _tables = ImmutableArray.CreateBuilder<string>();
        private bool _writes;
        private bool _known = true;
        private bool _begins;
        private bool _deferred;
        private bool _ends;

        public SqlFacts Read()
        {
            for (var at = 0; at < tokens.Count;)
            {
                at = tokens[at].Text == ";" ? at + 1 : Statement(at);
            }

            return new(_writes, _known && tokens.Count > 0, _begins, _deferred, _ends, _tables.ToImmutable());
        }

        private int Statement(int start)
        {
            var end = SqlStatements.End(tokens, start);
            var verb = tokens[start];
            if (verb.Kind == SqlTokenKind.Hole || verb.Is("EXEC") || verb.Is("EXECUTE") || verb.Is("CALL")
                || verb.Is("DO"))
            {
                _known = false;
            }
            else if (verb.Is("EXPLAIN"))
            {
                Explain(start, end);
            }
            else if (!SqlStatements.IsDefinition(verb) && !Border(start, end))
            {
                Scan(start, end);
            }

            return end;
        }

        // EXPLAIN ANALYZE carries its statement out; EXPLAIN alone does not.
        private void Explain(int start, int end)
        {
            for (var at = start + 1; at < end && !SqlStatements.IsExplained(tokens[at]); at++)
            {
                if (tokens[at].Is("ANALYZE"))
                {
                    Scan(at + 1, end);
                    return;
                }
            }
        }

        private bool Border(int start, int end)
        {
            var verb = tokens[start];
            var next = start + 1 < end ? tokens[start + 1] : default;
            if ((verb.Is("BEGIN") && (start + 1 >= end || SqlStatements.IsBeginWord(next)))
                || (verb.Is("START") && next.Is("TRANSACTION")))
            {
                _begins = true;
                _deferred |= verb.Is("BEGIN") && !next.Is("IMMEDIATE") && !next.Is("EXCLUSIVE");
                return next.Text is null || SqlStatements.LastWordOfBegin(tokens, start, end) >= end;
            }

            if (verb.Is("COMMIT") || (verb.Is("END") && (start + 1 >= end || next.Is("TRANSACTION")))
                || (verb.Is("ROLLBACK") && !SqlStatements.NamesSavepoint(tokens, start, end)))
            {
                _ends = true;
                return true;
            }

            return verb.Is("ROLLBACK");
        }

        private void Scan(int start, int end)
        {
            for (var at = start; at < end; at++)
            {
                var target = SqlStatements.WriteTarget(tokens, start, at, end);
                if (target >= 0)
                {
                    Write(target, end);
                }
                else if (at + 1 < end && SqlStatements.IsBeginInside(tokens[at], tokens[at + 1]))
                {
                    _begins = true;
                }
                else if (tokens[at].Is("EXEC") || tokens[at].Is("EXECUTE"))
                {
                    _known = false;
                }
                else if (tokens[at].Is("COMMIT"))
                {
                    _ends = true;
                }
            }
        }

        private void Write(int target, int end)
        {
            if (target < end && SqlStatements.IsTemporary(tokens[target]))
            {
                return;
            }

            _writes = true;
            if (target < end && tokens[target].IsName)
            {
                _tables.Add(SqlStatements.TableAt(tokens, target, end));
            }
        }
    }
}
