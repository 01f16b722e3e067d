using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>Puts a commit behind the last statement of a block, before what it returns.</summary>
internal static class CommitLast
{
    public static BlockSyntax In(BlockSyntax block, string commit, FixContext context)
        => block.WithStatements(block.Statements.ReplaceRange(
            block.Statements.Last(), After(block.Statements.Last(), commit, context)));

    /// <summary>A value that is returned is computed before the commit: it may be the write itself.</summary>
    public static IEnumerable<StatementSyntax> After(StatementSyntax last, string commit, FixContext context)
    {
        if (last is ReturnStatementSyntax { Expression: { } value } returned)
        {
            if (value is IdentifierNameSyntax or LiteralExpressionSyntax)
            {
                return [context.Parse(commit).WithLeadingTrivia(last.GetLeadingTrivia()), last];
            }

            var name = context.FreeName("result", last.SpanStart);
            var local = context.Parse($"var {name} = {value.WithoutTrivia().ToFullString()};");
            return
            [
                local.WithLeadingTrivia(last.GetLeadingTrivia()), context.Parse(commit),
                context.Parse($"return {name};").WithTrailingTrivia(returned.GetTrailingTrivia()),
            ];
        }

        return last is ReturnStatementSyntax or ThrowStatementSyntax
            ? [context.Parse(commit).WithLeadingTrivia(last.GetLeadingTrivia()), last]
            : [last, context.Parse(commit)];
    }
}
