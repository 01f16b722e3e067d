using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0004: a write on a connection that the caller supplied, with no word about its transaction.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CallerSuppliedConnectionAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.CallerSuppliedConnection,
        "Write on a connection of the caller",
        "'{0}' writes on '{1}', and nothing says whether the caller holds a transaction",
        RuleIds.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A method that writes on its caller's connection should demand the transaction: as a "
            + "parameter, or by [RequiresTransaction].",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.CallerSuppliedConnection + ".md");

    /// <summary>Creates the rule.</summary>
    public CallerSuppliedConnectionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        var named = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var writes = body.Graphs.SelectMany(graph => graph.Commands)
            .Where(seen => seen.Facts.Writes && seen.Verdict == Verdict.CallerSupplied)
            .OrderBy(seen => seen.Call.Syntax.SpanStart);
        foreach (var seen in writes)
        {
            if (seen.Facts.Resource.Symbol is { } parameter && named.Add(parameter))
            {
                report.Add(seen.Call.Syntax, arguments: [seen.Call.TargetMethod.Name, parameter.Name]);
            }
        }
    }
}
