using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>A rule that looks at single nodes and needs no flow.</summary>
public abstract class NodeRule : DiagnosticAnalyzer
{
    private readonly string _neededType;
    private readonly SyntaxKind[] _kinds;

    private protected NodeRule(DiagnosticDescriptor rule, string neededType, params SyntaxKind[] kinds)
    {
        SupportedDiagnostics = ImmutableArray.Create(rule);
        _neededType = neededType;
        _kinds = kinds;
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(_neededType) is null)
            {
                return;
            }

            var baseline = Baseline.For(start.Options);
            var reports = new ConditionalWeakTable<SyntaxNode, RuleReport>();
            start.RegisterSyntaxNodeAction(node => Look(node, baseline, reports), _kinds);
        });
    }

    /// <summary>A look at the node's words alone: nearly every node of a program ends here.</summary>
    private protected abstract bool IsCandidate(SyntaxNode node);

    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, Settings settings, RuleReport report);

    // One report a member, because the baseline counts equal findings of a member.
    private void Look(
        SyntaxNodeAnalysisContext node, Baseline baseline, ConditionalWeakTable<SyntaxNode, RuleReport> reports)
    {
        if (!IsCandidate(node.Node) || node.ContainingSymbol is not { } owner)
        {
            return;
        }

        var member = node.Node.Ancestors().FirstOrDefault(at => at is MemberDeclarationSyntax) ?? node.Node;
        var report = reports.GetValue(member, _ => new(SupportedDiagnostics[0], owner, baseline));
        var options = node.Options.AnalyzerConfigOptionsProvider.GetOptions(node.Node.SyntaxTree);
        Analyze(node, Settings.For(options), report.To(node.ReportDiagnostic));
    }
}
