using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0007: takes the write lock at the begin.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DeferredTransactionWritesFix))]
[Shared]
public sealed class DeferredTransactionWritesFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public DeferredTransactionWritesFix()
        : base(RuleIds.DeferredTransactionWrites, "Take the write lock at the begin")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context)
    {
        var value = (context.Node as InvocationExpressionSyntax)?.ArgumentList.Arguments.LastOrDefault()?.Expression;
        return value?.IsKind(SyntaxKind.TrueLiteralExpression) == true
            ? context.Root.ReplaceNode(
                value, SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression).WithTriviaFrom(value))
            : null;
    }
}
