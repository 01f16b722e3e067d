using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>Puts a transaction around the statements from the first write to the last.</summary>
internal static class Wrap
{
    public static SyntaxNode? Around(FixContext context)
    {
        var calls =
            context.Diagnostic.AdditionalLocations.Select(at
                => context.Root.FindNode(at.SourceSpan, getInnermostNodeForTie: true))
            .Append(context.Node).OfType<InvocationExpressionSyntax>().ToList();
        if (!context.HasUsingDeclarations || calls.Count == 0
            || calls.Exists(call => Enlist.IsUnawaited(call, context.Model, context.Cancellation))
            || Connection(context) is not { } connection
            || Block(calls) is not { } block
            || block.DescendantNodes().Any(node => node is GotoStatementSyntax or LabeledStatementSyntax))
        {
            return null;
        }

        var touched = block.Statements.Where(statement => calls.Exists(call => statement.Span.Contains(call.Span)))
            .ToList();
        var first = block.Statements.IndexOf(touched[0]);
        var last = block.Statements.IndexOf(touched[touched.Count - 1]);
        var name = context.FreeName("transaction", touched[0].SpanStart);
        var api = TransactionApi.For(context, connection, touched[0].SpanStart);
        if (api is null || block.Statements.Skip(first).Take(last - first + 1).Any(Leaves))
        {
            return null;
        }

        var rewritten = new List<StatementSyntax>(block.Statements.Take(first));
        rewritten.AddRange(api.Opening(context).Append(api.Begin(name)).Select((text, at) => at == 0
            ? context.Parse(text).WithLeadingTrivia(touched[0].GetLeadingTrivia()) : context.Parse(text)));
        for (var at = first; at <= last; at++)
        {
            if (!Enlisted(block.Statements[at], calls, name, api, context, rewritten))
            {
                return null;
            }
        }

        var final = rewritten[rewritten.Count - 1];
        rewritten.RemoveAt(rewritten.Count - 1);
        rewritten.AddRange(CommitLast.After(final, api.Commit(name), context));
        rewritten.AddRange(block.Statements.Skip(last + 1));
        return context.Root.ReplaceNode(block, block.WithStatements(new(rewritten)));
    }

    private static string? Connection(FixContext context)
        => context.Diagnostic.Properties.TryGetValue(FixHints.Connection, out var connection) ? connection : null;

    // The innermost block whose statements hold all the writes; a write in a loop is wrapped with its loop.
    private static BlockSyntax? Block(List<InvocationExpressionSyntax> calls)
    {
        var blocks = calls.Select(call => call.Ancestors()
            .TakeWhile(FixContext.IsSameBody)
            .OfType<BlockSyntax>()
            .Where(at => !at.Ancestors().TakeWhile(FixContext.IsSameBody)
                .Any(up => up is WhileStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax
                    or DoStatementSyntax))
            .ToList()).ToList();
        return blocks[0].FirstOrDefault(block => blocks.TrueForAll(others => others.Contains(block)));
    }

    // A return in the middle would leave without a commit; the last statement's own return is taken care of.
    private static bool Leaves(StatementSyntax statement)
        => statement is not ReturnStatementSyntax
            && statement.DescendantNodes(at => at is not AnonymousFunctionExpressionSyntax
                and not LocalFunctionStatementSyntax)
            .Any(at => at is ReturnStatementSyntax or YieldStatementSyntax);

    // Each command is given the transaction as an argument where its method takes one, else by its property.
    private static bool Enlisted(
        StatementSyntax statement, List<InvocationExpressionSyntax> calls, string name, TransactionApi api,
        FixContext context, List<StatementSyntax> rewritten)
    {
        var inside = calls.Where(call => statement.Span.Contains(call.Span)).ToList();
        var byArgument = new Dictionary<SyntaxNode, InvocationExpressionSyntax>();
        foreach (var call in inside)
        {
            if (Enlist.ByArgument(call, name, context.Model, context.Cancellation) is { } enlisted)
            {
                byArgument[call] = enlisted;
            }
            else if (Enlist.Command(call, context.Model, context.Cancellation) is { } command
                && IsDeclaredBefore(command, statement, context))
            {
                rewritten.Add(context.Parse($"{command}.Transaction = {name};")
                    .WithLeadingTrivia(statement.GetLeadingTrivia()
                        .Where(at => at.IsKind(SyntaxKind.WhitespaceTrivia))));
            }
            else if (!api.EnlistsByItself)
            {
                return false;
            }
        }

        rewritten.Add(statement.ReplaceNodes(
            byArgument.Keys, (original, current) => ((InvocationExpressionSyntax)current)
                .WithArgumentList(byArgument[original].ArgumentList)));
        return true;
    }

    private static bool IsDeclaredBefore(string command, StatementSyntax statement, FixContext context)
        => context.Model.LookupSymbols(statement.SpanStart, name: command).FirstOrDefault() is { } symbol
            && (symbol is not ILocalSymbol || symbol.Locations[0].SourceSpan.Start < statement.SpanStart);
}
