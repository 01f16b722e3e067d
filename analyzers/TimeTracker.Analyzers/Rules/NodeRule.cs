using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
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
            start.RegisterCodeBlockStartAction<SyntaxKind>(block => Watch(block, baseline));
        });
    }

    private protected abstract void Analyze(SyntaxNodeAnalysisContext context, Settings settings, RuleReport report);

    private void Watch(CodeBlockStartAnalysisContext<SyntaxKind> block, Baseline baseline)
    {
        var found = new List<Diagnostic>();
        var report = new RuleReport(SupportedDiagnostics[0], block.OwningSymbol, baseline, found.Add);
        block.RegisterSyntaxNodeAction(
            node =>
            {
                var tree = node.Node.SyntaxTree;
                Analyze(node, Settings.For(node.Options.AnalyzerConfigOptionsProvider.GetOptions(tree)), report);
            },
            _kinds);
        block.RegisterCodeBlockEndAction(end => found.ForEach(end.ReportDiagnostic));
    }
}
