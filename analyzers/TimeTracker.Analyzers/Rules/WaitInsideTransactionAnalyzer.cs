using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0006: a wait without a bound while a transaction is open.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WaitInsideTransactionAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.WaitInsideTransaction,
        "Wait inside a transaction",
        "'{0}' can take any time while a transaction is open",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Locks are held for as long as the transaction is open: fetch and wait before it begins or "
            + "after it ends.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.WaitInsideTransaction + ".md");

    /// <summary>Creates the rule.</summary>
    public WaitInsideTransactionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        EffectFacts.Report(body, report, effects: false);
    }
}
