using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>A rule that reads the shared flow analysis of each member.</summary>
public abstract class FlowRule : DiagnosticAnalyzer
{
    private protected FlowRule(DiagnosticDescriptor rule) => SupportedDiagnostics = ImmutableArray.Create(rule);

    /// <inheritdoc />
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc />
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var cache = SymbolCache.For(start.Compilation);
            if (cache.HasDataAccess)
            {
                var baseline = Baseline.For(start.Options);
                start.RegisterCodeBlockAction(block => Analyze(block, cache, baseline));
            }
        });
    }

    private protected abstract void Analyze(BodyAnalysis body, RuleReport report);

    private void Analyze(CodeBlockAnalysisContext context, SymbolCache cache, Baseline baseline)
    {
        var options = context.Options.AnalyzerConfigOptionsProvider.GetOptions(context.CodeBlock.SyntaxTree);
        if (BodyContext.Open(context, cache.With(Settings.For(options))) is { } body)
        {
            var report = new RuleReport(SupportedDiagnostics[0], context.OwningSymbol, baseline);
            Analyze(body, report.To(context.ReportDiagnostic));
        }
    }
}
