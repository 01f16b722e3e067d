using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TimeTracker.Analyzers.Sql;

namespace TimeTracker.Analyzers.Internals;

/// <summary>One execution of a command, a query or a save.</summary>
internal sealed class CommandFacts(CommandKind kind, CommandState state)
{
    private readonly ImmutableArray<SqlFacts> _sql = state.Procedure
        ? ImmutableArray.Create(SqlFacts.Unknown)
        : state.Texts.Where(text => text.Length > 0).Select(SqlClassifier.Classify).ToImmutableArray();

    public CommandKind Kind { get; } = kind;

    public Resource Resource => state.Resource;

    public Enlistment Enlistment => state.Enlistment;

    public ISymbol? Transaction => state.Transaction;

    /// <summary>Every text that can arrive here changes rows, outside any transaction of its own.</summary>
    public bool Writes => Kind != CommandKind.Sql
        || (_sql.Length > 0 && _sql.All(sql => sql.Writes && !sql.SelfContained));

    /// <summary>Every text that can arrive here is known to change nothing.</summary>
    public bool OnlyReads => Kind == CommandKind.Sql
        && _sql.All(sql => sql.Known && !sql.Writes && !sql.Begins && !sql.Ends);

    public bool Begins => Kind == CommandKind.Sql && _sql.Length == 1 && _sql[0].Begins;

    public bool BeginsDeferred => Begins && _sql[0].BeginsDeferred;

    public bool Ends => Kind == CommandKind.Sql && _sql.Any(sql => sql.Ends);

    public IEnumerable<string> Tables => _sql.SelectMany(sql => sql.Tables);
}
