using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>What a fix looks at: the finding, its place, and what the language version allows.</summary>
internal sealed class FixContext(
    SyntaxNode root, SemanticModel model, Diagnostic diagnostic, CancellationToken cancellation)
{
    public SyntaxNode Root { get; } = root;

    public SemanticModel Model { get; } = model;

    public Diagnostic Diagnostic { get; } = diagnostic;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The flagged node.</summary>
    public SyntaxNode Node { get; } = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The statement that stands in a block and holds the flagged node.</summary>
    public StatementSyntax? Statement => In(Node);

    /// <summary>C# 8 brought using declarations.</summary>
    public bool HasUsingDeclarations
        => Root.SyntaxTree.Options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 };

    /// <summary>The flagged node's method, lambda or accessor may await.</summary>
    public bool IsAsync => Node.Ancestors().Select(node => node switch
    {
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax function => function.Modifiers.Any(SyntaxKind.AsyncKeyword),
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        MemberDeclarationSyntax => false,
        _ => (bool?)null,
    }).FirstOrDefault(found => found is not null) == true;

    public static StatementSyntax? In(SyntaxNode node)
        => node.AncestorsAndSelf().TakeWhile(IsSameBody).OfType<StatementSyntax>()
            .FirstOrDefault(at => at.Parent is BlockSyntax);

    /// <summary>Going up from here does not leave the body that runs as one.</summary>
    public static bool IsSameBody(SyntaxNode node)
        => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax
            and not MemberDeclarationSyntax;

    /// <summary>A name that nothing at the place has yet.</summary>
    public string FreeName(string wanted, int position)
    {
        var name = wanted;
        for (var number = 2; Model.LookupSymbols(position, name: name).Length > 0
            || Declares(name); number++)
        {
            name = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return name;

        bool Declares(string taken) => Node.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault()?
            .DescendantTokens().Any(token => token.ValueText == taken) == true;
    }

    /// <summary>A statement from text, laid out like its neighbour.</summary>
    public StatementSyntax Parse(string text)
        => SyntaxFactory.ParseStatement(text).WithAdditionalAnnotations(Formatter.Annotation)
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(LineEnd()));

    // The document's own line ends: mixed ones would show as changes of other lines.
    private string LineEnd()
    {
        var end = Root.DescendantTrivia().FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia));
        return end.IsKind(SyntaxKind.EndOfLineTrivia) ? end.ToString() : "\n";
    }
}
