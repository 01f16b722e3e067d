using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0008: an outbox row written after the transaction that changed the state.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutboxOutsideTransactionAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.OutboxOutsideTransaction,
        "Outbox row outside the transaction that changes the state",
        "The state was committed before this outbox row: a crash in between loses the message",
        RuleIds.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An outbox works only when its row is committed with the change that it announces.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.OutboxOutsideTransaction + ".md");

    /// <summary>Creates the rule.</summary>
    public OutboxOutsideTransactionAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        var seen = body.Graphs.SelectMany(graph => graph.Commands).ToList();
        foreach (var row in seen.Where(at => at.Facts.Writes && body.IsOutbox(at.Call, at.Facts) && at.State.Changed))
        {
            // An outbox row may come first in its transaction, the change that it announces after it.
            var withState = seen.Exists(at => at != row && at.Facts.Writes && !body.IsOutbox(at.Call, at.Facts)
                && row.State.Must.Overlaps(at.State.Must));
            if (!withState)
            {
                report.Add(row.Call.Syntax);
            }
        }
    }
}
