using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0005: names the open transaction in the command.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NotEnlistedFix))]
[Shared]
public sealed class NotEnlistedFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public NotEnlistedFix()
        : base(RuleIds.NotEnlisted, "Set the command's transaction")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context)
    {
        if (context.Node is not InvocationExpressionSyntax call
            || !context.Diagnostic.Properties.TryGetValue(FixHints.Transaction, out var transaction)
            || transaction is null
            || context.Model.LookupSymbols(call.SpanStart, name: transaction).IsEmpty)
        {
            return null;
        }

        if (Enlist.ByArgument(call, transaction, context.Model, context.Cancellation) is { } enlisted)
        {
            return context.Root.ReplaceNode(call, enlisted);
        }

        if (Enlist.Command(call, context.Model, context.Cancellation) is not { } command
            || context.Statement is not { Parent: BlockSyntax block } statement)
        {
            return null;
        }

        var at = block.Statements.IndexOf(statement);
        var set = context.Parse($"{command}.Transaction = {transaction};")
            .WithLeadingTrivia(statement.GetLeadingTrivia());
        return context.Root.ReplaceNode(block, block.WithStatements(block.Statements.Insert(at, set)));
    }
}
