using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0015: an effect that no rollback takes back, before the commit.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectInsideTransactionAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.EffectInsideTransaction,
        "Effect inside a transaction",
        "'{0}' cannot be taken back when the transaction is rolled back",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Send, publish, delete or call after the commit, or write an outbox row in the transaction "
            + "and let a dispatcher do it.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.EffectInsideTransaction + ".md");

    /// <summary>Creates the rule.</summary>
    public EffectInsideTransactionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        EffectFacts.Report(body, report, effects: true);
    }
}
