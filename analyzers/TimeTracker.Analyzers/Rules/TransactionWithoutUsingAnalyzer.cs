using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0012: a transaction that an exception leaves open.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TransactionWithoutUsingAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.TransactionWithoutUsing,
        "Transaction without using",
        "An exception leaves this transaction open: hold it in a using declaration",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A transaction that is not disposed of keeps its locks until the connection is closed or "
            + "collected.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.TransactionWithoutUsing + ".md");

    /// <summary>Creates the rule.</summary>
    public TransactionWithoutUsingAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        foreach (var begin in body.Graphs.SelectMany(graph => graph.Begins))
        {
            var site = body.Facts.Site(begin.Operation);
            if (begin.Token.Owned && (site.Use == BeginUse.Local
                ? !Handover.IsDisposedOrHandedOn(body, site.Variable!)
                : site.Use == BeginUse.Dropped && begin.Token.Kind is TransactionKind.Ado or TransactionKind.Scope))
            {
                report.Add(begin.Token.Syntax);
            }
        }
    }
}
