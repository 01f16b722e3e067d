using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0003: two or more writes on one path that no transaction holds together.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SeveralWritesAnalyzer : FlowRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.SeveralWrites,
        "Several writes without a transaction",
        "'{0}' follows another write on the same path, and no transaction holds them together",
        RuleIds.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "When the process dies or a statement fails between two writes, one of them stays and the "
            + "other does not happen.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.SeveralWrites + ".md");

    /// <summary>Creates the rule.</summary>
    public SeveralWritesAnalyzer()
        : base(Rule)
    {
    }

    private protected override void Analyze(BodyAnalysis body, RuleReport report)
    {
        foreach (var group in body.Graphs.SelectMany(graph => new SeveralWrites(graph).Groups))
        {
            var others = group.All.Where(seen => seen != group.First).Select(seen => seen.Call.Syntax.GetLocation());
            report.Add(
                group.First.Call.Syntax, FixHints.Wrap(group.First), others,
                arguments: group.First.Call.TargetMethod.Name);
        }
    }
}
