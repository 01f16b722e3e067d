using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0010: a duration between two readings of the wall clock, or a reading outside the clock types.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WallClockDurationAnalyzer : NodeRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.WallClockDuration,
        "Wall clock used for a duration",
        "The wall clock can be set between two readings: {0}",
        RuleIds.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "A wall clock jumps when it is set or synchronised; a timestamp of TimeProvider or Stopwatch "
            + "does not.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.WallClockDuration + ".md");

    /// <summary>Creates the rule.</summary>
    public WallClockDurationAnalyzer()
        : base(Rule, "System.DateTime", SyntaxKind.SubtractExpression, SyntaxKind.SimpleMemberAccessExpression)
    {
    }

    private protected override bool IsCandidate(SyntaxNode node) => node is BinaryExpressionSyntax
        || node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" or "UtcNow" or "Subtract" };

    private protected override void Analyze(SyntaxNodeAnalysisContext context, Settings settings, RuleReport report)
    {
        if (Difference(context.Node) is { } difference)
        {
            if (WallClock.IsDerived(difference.From, context.SemanticModel, context.CancellationToken)
                && WallClock.IsDerived(difference.Taken, context.SemanticModel, context.CancellationToken))
            {
                report.Add(difference.Whole, arguments: "measure with a timestamp instead");
            }
        }
        else if (!settings.ClockTypes.IsEmpty
            && context.Node is MemberAccessExpressionSyntax read
            && WallClock.IsRead(read, context.SemanticModel, context.CancellationToken)
            && context.ContainingSymbol?.ContainingType is { } type
            && !Settings.Names(settings.ClockTypes, TypeFacts.FullName(type)))
        {
            report.Add(read, arguments: "only the clock types read it");
        }
    }

    private static (ExpressionSyntax Whole, ExpressionSyntax From, ExpressionSyntax Taken)? Difference(SyntaxNode node)
        => node switch
        {
            BinaryExpressionSyntax minus => (minus, minus.Left, minus.Right),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Subtract",
                Parent: InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call,
            } from => (call, from.Expression, call.ArgumentList.Arguments[0].Expression),
            _ => null,
        };
}
