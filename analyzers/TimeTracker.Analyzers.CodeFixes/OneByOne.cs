using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>
/// Fix All by mending the last finding of a document again and again: a wrapped block can hold several findings, and
/// merging edits made side by side would wrap them twice.
/// </summary>
internal sealed class OneByOne(RuleFix fix) : FixAllProvider
{
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var solution = fixAllContext.Solution;
        var documents = fixAllContext.Scope == FixAllScope.Document && fixAllContext.Document is { } one
            ? [one]
            : fixAllContext.Scope == FixAllScope.Solution
                ? fixAllContext.Solution.Projects.SelectMany(project => project.Documents)
                : fixAllContext.Project.Documents;
        foreach (var document in documents.ToList())
        {
            var found = await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false);
            if (await Mend(document, found, fixAllContext.CancellationToken).ConfigureAwait(false) is { } root)
            {
                solution = solution.WithDocumentSyntaxRoot(document.Id, root);
            }
        }

        return CodeAction.Create("Fix all", _ => Task.FromResult(solution), nameof(OneByOne));
    }

    // Findings are mended from the end of the document to its start, so that the places of those before stay valid;
    // the semantic model is asked anew after each.
    private async Task<SyntaxNode?> Mend(
        Document document, ImmutableArray<Diagnostic> found, CancellationToken cancellation)
    {
        SyntaxNode? mended = null;
        foreach (var diagnostic in found.OrderByDescending(at => at.Location.SourceSpan.Start))
        {
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            var model = await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
            if (root is null || model is null)
            {
                continue;
            }

            var moved = Diagnostic.Create(
                diagnostic.Descriptor, Location.Create(root.SyntaxTree, diagnostic.Location.SourceSpan),
                diagnostic.AdditionalLocations.Select(at => Location.Create(root.SyntaxTree, at.SourceSpan)),
                diagnostic.Properties);
            if (root.FullSpan.Contains(moved.Location.SourceSpan)
                && fix.Fixed(new(root, model, moved, cancellation)) is { } rewritten)
            {
                mended = rewritten;
                document = document.WithSyntaxRoot(rewritten);
            }
        }

        return mended;
    }
}
