using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>Names a transaction in a command: as an argument where the method has one, else by its property.</summary>
internal static class Enlist
{
    /// <summary>The call with the transaction as an argument; null when the method takes none.</summary>
    public static InvocationExpressionSyntax? ByArgument(
        InvocationExpressionSyntax call, string transaction, SemanticModel model, CancellationToken cancellation)
    {
        if (model.GetSymbolInfo(call, cancellation).Symbol is not IMethodSymbol method
            || !method.Parameters.Any(parameter => parameter.Name == "transaction"))
        {
            return null;
        }

        var argument = SyntaxFactory.Argument(
            SyntaxFactory.NameColon("transaction").WithTrailingTrivia(SyntaxFactory.Space), default,
            SyntaxFactory.IdentifierName(transaction));
        var old = call.ArgumentList.Arguments.FirstOrDefault(at
            => at.NameColon?.Name.Identifier.ValueText == "transaction");
        var position = method.Parameters.Select((parameter, at) => parameter.Name == "transaction" ? at : -1).Max();
        if (old is null && position < call.ArgumentList.Arguments.Count
            && call.ArgumentList.Arguments.Take(position + 1).All(at => at.NameColon is null))
        {
            old = call.ArgumentList.Arguments[position];
            argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(transaction));
        }

        return old is null
            ? call.WithArgumentList(call.ArgumentList.AddArguments(argument.WithLeadingTrivia(SyntaxFactory.Space)))
            : call.ReplaceNode(old, argument.WithTriviaFrom(old));
    }

    /// <summary>The name of the command that a call executes; null when it is not a simple name.</summary>
    public static string? Command(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellation)
        => call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax name }
            && model.GetTypeInfo(name, cancellation).Type is { } type
            && (type.Name == "IDbCommand" || type.AllInterfaces.Any(face => face.Name == "IDbCommand"))
            ? name.Identifier.ValueText : null;

    /// <summary>The call gives a task that nobody awaits here: a commit behind it would come too early.</summary>
    public static bool IsUnawaited(ExpressionSyntax value, SemanticModel model, CancellationToken cancellation)
        => value.Parent is not AwaitExpressionSyntax && value is not AwaitExpressionSyntax
            && model.GetTypeInfo(value, cancellation).Type is { Name: "Task" or "ValueTask" }
            && value.Parent is not MemberAccessExpressionSyntax;
}
