using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// Opens a member's body to a rule, if a cheap look at its words says that there is anything to find.
/// </summary>
internal static class BodyContext
{
    // A cancelled analysis must not be remembered as this body's result, hence no caching of exceptions.
    public static BodyAnalysis? Open(CodeBlockAnalysisContext context, TypeFacts types)
        => types.Bodies.GetValue(context.CodeBlock, node => new(
            () => IsWorthIt(node, types) ? Analyze(node, context, types) : null,
            LazyThreadSafetyMode.PublicationOnly)).Value;

    private static BodyAnalysis? Analyze(SyntaxNode node, CodeBlockAnalysisContext context, TypeFacts types)
    {
        var roots = Roots(node, context.SemanticModel, context.CancellationToken).ToList();
        return roots.Count == 0 ? null : new(context.OwningSymbol, roots, types, context.CancellationToken);
    }

    private static IEnumerable<IOperation> Roots(SyntaxNode node, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetOperation(node, cancellation) is { } operation)
        {
            return [operation];
        }

        return node.DescendantNodes(at => at is not StatementSyntax and not ExpressionSyntax)
            .Where(at => at is ArrowExpressionClauseSyntax or EqualsValueClauseSyntax)
            .Select(at => model.GetOperation(at, cancellation)).OfType<IOperation>();
    }

    // Words decide before symbols do: most bodies of a program are dismissed without binding a line of them.
    private static bool IsWorthIt(SyntaxNode node, TypeFacts types)
    {
        var anyCall = types.Cache.RequiresTransaction is not null || !types.Settings.WriteMethods.IsEmpty
            || !types.Settings.TransactionTypes.IsEmpty || !types.Settings.OutboxMethods.IsEmpty;
        foreach (var token in node.DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken)
                && (Says(token.ValueText) || (anyCall && token.Parent?.Parent is InvocationExpressionSyntax
                    or MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax })))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Says(string word) => word.Length > 4 && word[0] switch
    {
        'E' => word.StartsWith("Execute", StringComparison.Ordinal),
        'Q' => word.StartsWith("Query", StringComparison.Ordinal),
        'B' => word.StartsWith("Begin", StringComparison.Ordinal),
        'S' => word.StartsWith("SaveChanges", StringComparison.Ordinal) || HasTransaction(word),
        'W' => word.StartsWith("WriteToServer", StringComparison.Ordinal) || HasTransaction(word),
        _ => HasTransaction(word),
    };

    private static bool HasTransaction(string word) => word.IndexOf("Transaction", StringComparison.Ordinal) >= 0;
}
