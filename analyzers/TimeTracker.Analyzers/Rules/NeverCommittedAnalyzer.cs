using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0002: a transaction that no path commits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NeverCommittedAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NeverCommitted,
        "Transaction is never committed",
        "No path commits the transaction begun here",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A transaction that is disposed of without a commit is rolled back: what was written in it is "
            + "lost.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.NeverCommitted + ".md");

    /// <summary>Creates the rule.</summary>
    public NeverCommittedAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        foreach (var begin in body.Graphs.SelectMany(graph => graph.Begins))
        {
            var token = begin.Token;
            if (token.Owned && body.Facts.Site(begin.Operation).Use is BeginUse.Local or BeginUse.Using
                && !body.IsCommitted(token) && !body.IsRolledBack(token)
                && !EndsElsewhere(body, token) && MayLose(body, token))
            {
                report.Add(token.Syntax);
            }
        }
    }

    // A snapshot for reading needs no commit. What runs in a scope or on a context need not be seen here at all; any
    // other transaction is used by a command that names it, or by a method that is given it.
    private static bool MayLose(BodyAnalysis body, TransactionToken token)
    {
        var under = body.Graphs.SelectMany(graph => graph.Commands)
            .Where(seen => seen.State.May.Contains(token) && !IsOfAnother(seen.Facts, token)).ToList();
        return token.Kind is TransactionKind.Scope or TransactionKind.Context
            ? under.Count == 0 || under.Exists(seen => !seen.Facts.OnlyReads)
            : under.Exists(seen => seen.Facts.Writes || (!seen.Facts.OnlyReads && IsExecute(seen)))
                || (token.Variable is { } variable && Handover.IsPassedOn(body, variable));
    }

    private static bool IsOfAnother(CommandFacts command, TransactionToken token)
        => token.Connection.IsSurelyOtherThan(command.Resource)
            || (command.Transaction is { } named && token.Variable is { } variable
                && !SymbolEqualityComparer.Default.Equals(named, variable));

    private static bool IsExecute(CommandSeen seen)
        => seen.Call.TargetMethod.Name is "Execute" or "ExecuteAsync" or "ExecuteNonQuery" or "ExecuteNonQueryAsync";

    private static bool EndsElsewhere(BodyAnalysis body, TransactionToken token)
        => token.Variable is { } variable && Handover.MayEnd(body, variable)
            || (token.Kind == TransactionKind.Context && Handover.CommitsByFacade(body));
}
