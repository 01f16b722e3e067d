using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0013: a transaction begun while another is open on the same connection.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NestedTransactionAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NestedTransaction,
        "Transaction begun inside another",
        "A transaction is already open on this connection",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "No supported database nests transactions on one connection: the second begin throws. Use a "
            + "savepoint.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.NestedTransaction + ".md");

    /// <summary>Creates the rule.</summary>
    public NestedTransactionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        foreach (var begin in body.Graphs.SelectMany(graph => graph.Begins))
        {
            var token = begin.Token;
            if (token.Owned && token.Kind is TransactionKind.Ado or TransactionKind.Context
                && begin.State.Must.Any(open => open.Kind == token.Kind && open.Connection.IsSameAs(token.Connection)))
            {
                report.Add(token.Syntax);
            }
        }
    }
}
