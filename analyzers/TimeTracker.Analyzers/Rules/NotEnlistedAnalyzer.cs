using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0005: a command on a connection with an open transaction that it does not name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotEnlistedAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.NotEnlisted,
        "Command is not enlisted in the transaction",
        "'{0}' runs on a connection with an open transaction and does not name it",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Most providers throw for such a command; others run it outside the transaction.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.NotEnlisted + ".md");

    /// <summary>Creates the rule.</summary>
    public NotEnlistedAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        foreach (var seen in body.Graphs.SelectMany(graph => graph.Commands))
        {
            if (seen.Verdict == Verdict.NotEnlisted && !seen.Facts.Begins && !seen.Facts.Ends)
            {
                report.Add(seen.Call.Syntax, FixHints.Enlist(seen), arguments: seen.Call.TargetMethod.Name);
            }
        }
    }
}
