using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0001: a write that no transaction covers on some path.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WriteOutsideTransactionAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.WriteOutsideTransaction,
        "Write outside a transaction",
        "'{0}' writes outside a transaction",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A write is to run in an explicit transaction, so that what belongs together is committed "
            + "together.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.WriteOutsideTransaction + ".md");

    /// <summary>Creates the rule.</summary>
    public WriteOutsideTransactionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        foreach (var graph in body.Graphs)
        {
            var several = new SeveralWrites(graph);
            foreach (var seen in graph.Commands.Where(seen => seen.IsUnprotectedWrite && !several.Contains(seen)))
            {
                if (seen.Facts.Kind != CommandKind.Save || body.Types.Settings.SaveChangesNeedsTransaction)
                {
                    report.Add(
                        seen.Call.Syntax, FixHints.Wrap(seen), arguments: seen.Call.TargetMethod.Name);
                }
            }
        }
    }
}
