using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Readings of the wall clock, and the variables that keep them.</summary>
internal static class WallClock
{
    public static bool IsRead(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
        => expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Now" or "UtcNow" } member
            && model.GetSymbolInfo(member, cancellation).Symbol is IPropertySymbol
            {
                IsStatic: true,
                ContainingType: { Name: "DateTime" or "DateTimeOffset", ContainingNamespace.Name: "System" },
            };

    /// <summary>
    /// A reading, or a variable that is given one in the same member or type. A stored instant is none: the age of a
    /// row is asked of the wall clock and of nothing else.
    /// </summary>
    public static bool IsDerived(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        while (expression is ParenthesizedExpressionSyntax parenthesized)
        {
            expression = parenthesized.Expression;
        }

        if (IsRead(expression, model, cancellation))
        {
            return true;
        }

        if (expression is not IdentifierNameSyntax name)
        {
            return false;
        }

        SyntaxNode? scope = model.GetSymbolInfo(name, cancellation).Symbol switch
        {
            ILocalSymbol => name.Ancestors()
                .FirstOrDefault(node => node is MemberDeclarationSyntax and not GlobalStatementSyntax
                or CompilationUnitSyntax),
            IFieldSymbol => name.Ancestors().FirstOrDefault(node => node is TypeDeclarationSyntax),
            _ => null,
        };
        return scope is not null && scope.DescendantNodes()
            .Any(node => Given(node, name.Identifier.ValueText) is { } given
            && IsRead(given, model, cancellation));
    }

    private static ExpressionSyntax? Given(SyntaxNode node, string name) => node switch
    {
        VariableDeclaratorSyntax declarator when declarator.Identifier.ValueText == name
            => declarator.Initializer?.Value,
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } assignment
            when left.Identifier.ValueText == name => assignment.Right,
        _ => null,
    };
}
