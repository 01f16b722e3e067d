namespace TimeTracker.Analyzers.Sql;

/// <summary>
/// A word, a punctuation mark or a placeholder of a statement; literals and comments are already gone.
/// </summary>
internal readonly struct SqlToken(SqlTokenKind kind, string text)
{
    public SqlTokenKind Kind { get; } = kind;

    public string Text { get; } = text;

    public bool Is(string word)
        => Kind == SqlTokenKind.Word && string.Equals(Text, word, StringComparison.OrdinalIgnoreCase);

    public bool IsName => Kind is SqlTokenKind.Word or SqlTokenKind.Quoted or SqlTokenKind.Hole;
}
