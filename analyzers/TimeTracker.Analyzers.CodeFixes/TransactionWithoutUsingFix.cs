using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0012: holds the transaction in a using declaration.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TransactionWithoutUsingFix))]
[Shared]
public sealed class TransactionWithoutUsingFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public TransactionWithoutUsingFix()
        : base(RuleIds.TransactionWithoutUsing, "Add using")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context)
    {
        if (!context.HasUsingDeclarations
            || context.Statement is not LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } statement
            || statement.Declaration.Variables[0] is not { } variable
            || IsAssignedAgain(statement, variable.Identifier.ValueText))
        {
            return null;
        }

        var declaration =
            statement.WithUsingKeyword(SyntaxFactory.Token(SyntaxKind.UsingKeyword)
                .WithTrailingTrivia(SyntaxFactory.Space));
        if (variable.Initializer?.Value is AwaitExpressionSyntax && IsAsyncDisposable(context, variable))
        {
            declaration =
                declaration.WithAwaitKeyword(SyntaxFactory.Token(SyntaxKind.AwaitKeyword)
                    .WithTrailingTrivia(SyntaxFactory.Space));
        }

        return context.Root.ReplaceNode(
            statement,
            declaration.WithoutLeadingTrivia().WithLeadingTrivia(statement.GetLeadingTrivia())
                .WithDeclaration(statement.Declaration.WithoutLeadingTrivia()));
    }

    // A using variable is read-only.
    private static bool IsAssignedAgain(StatementSyntax statement, string name)
        => statement.Parent!.DescendantNodes()
            .Any(node => node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax left }
                && left.Identifier.ValueText == name
            || (node is ArgumentSyntax { RefKindKeyword.RawKind: not 0, Expression: IdentifierNameSyntax passed }
                && passed.Identifier.ValueText == name));

    private static bool IsAsyncDisposable(FixContext context, VariableDeclaratorSyntax variable)
        => (context.Model.GetDeclaredSymbol(variable, context.Cancellation) as ILocalSymbol)?.Type.AllInterfaces
            .Any(face => face.Name == "IAsyncDisposable") == true;
}
