using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0007: a deferred SQLite transaction that writes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DeferredTransactionWritesAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.DeferredTransactionWrites,
        "Deferred transaction writes",
        "This transaction takes its write lock only at its first write, where a busy store can no longer be waited for",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "A deferred SQLite transaction that has read and then writes fails at once with SQLITE_BUSY "
            + "when another connection wrote in between; BEGIN IMMEDIATE waits at its start.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.DeferredTransactionWrites + ".md");

    /// <summary>Creates the rule.</summary>
    public DeferredTransactionWritesAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        var written = body.Graphs.SelectMany(graph => graph.Commands).Where(seen => seen.Facts.Writes).ToList();
        foreach (var token in body.Borders.Tokens.Where(token => token.Deferred))
        {
            if (written.Exists(seen => seen.State.May.Contains(token)))
            {
                report.Add(token.Syntax);
            }
        }
    }
}
