using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>A fix that rewrites one document; everything is checked before the fix is offered.</summary>
public abstract class RuleFix : CodeFixProvider
{
    private readonly string _title;

    private protected RuleFix(string rule, string title)
    {
        FixableDiagnosticIds = ImmutableArray.Create(rule);
        _title = title;
    }

    /// <inheritdoc />
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; }

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => new OneByOne(this);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root is not null && model is not null
                && Fixed(new(root, model, diagnostic, context.CancellationToken)) is { } rewritten)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        _title, _ => Task.FromResult(context.Document.WithSyntaxRoot(rewritten)), _title),
                    diagnostic);
            }
        }
    }

    /// <summary>The rewritten root, or null where the fix would not compile or not silence the rule.</summary>
    internal abstract SyntaxNode? Fixed(FixContext context);
}
