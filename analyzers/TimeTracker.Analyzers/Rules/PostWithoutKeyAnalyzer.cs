using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0014: a POST that the server cannot tell from its repetition.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PostWithoutKeyAnalyzer : NodeRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.PostWithoutKey,
        "POST without an idempotency key",
        "'{0}' posts without an idempotency key: after a lost answer it cannot be repeated safely",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "When the answer is lost nobody knows whether the request was carried out; a key lets the "
            + "server know it again.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.PostWithoutKey + ".md");

    /// <summary>Creates the rule.</summary>
    public PostWithoutKeyAnalyzer()
        : base(Rule, "System.Net.Http.HttpClient", SyntaxKind.InvocationExpression)
    {
    }

    private protected override bool IsCandidate(SyntaxNode node) => node is InvocationExpressionSyntax
    {
        Expression: MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "PostAsync" or "PostAsJsonAsync" or "SendAsync" or "Send",
        },
    };

    private protected override void Analyze(SyntaxNodeAnalysisContext context, Settings settings, RuleReport report)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        var name = (call.Expression as MemberAccessExpressionSyntax)?.Name.Identifier.ValueText;
        if (name is null
            || context.SemanticModel.GetSymbolInfo(call, context.CancellationToken).Symbol is not IMethodSymbol
            {
                ContainingType.Name: "HttpClient" or "HttpMessageInvoker" or "HttpClientJsonExtensions",
            })
        {
            return;
        }

        if ((name.StartsWith("Post", StringComparison.Ordinal) || SendsPost(call))
            && !SetsKey(call, settings, context.SemanticModel, context.CancellationToken))
        {
            report.Add(call, arguments: name);
        }
    }

    // A request that is made elsewhere may carry anything: only one made in this member is judged.
    private static bool SendsPost(InvocationExpressionSyntax call)
    {
        var request = call.ArgumentList.Arguments.FirstOrDefault()?.Expression;
        if (request is IdentifierNameSyntax name)
        {
            request = name.Ancestors().OfType<MemberDeclarationSyntax>().FirstOrDefault()?.DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .FirstOrDefault(at => at.Identifier.ValueText == name.Identifier.ValueText)?.Initializer?.Value;
        }

        return request is BaseObjectCreationExpressionSyntax && request.DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Any(at => at is { Name.Identifier.ValueText: "Post", Expression: var owner }
                && owner.ToString().EndsWith("HttpMethod", StringComparison.Ordinal));
    }

    private static bool SetsKey(
        SyntaxNode call, Settings settings, SemanticModel model, CancellationToken cancellation)
    {
        var type = call.Ancestors().OfType<TypeDeclarationSyntax>()
            .FirstOrDefault() ?? call.SyntaxTree.GetRoot(cancellation);
        return type.DescendantNodes().Any(header => HeaderName(header) is { } name
            && model.GetConstantValue(name, cancellation) is { HasValue: true, Value: string key }
            && Settings.Names(settings.IdempotencyHeaders, key));
    }

    private static ExpressionSyntax? HeaderName(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAddWithoutValidation" },
        } call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression,
        InitializerExpressionSyntax pair when pair.IsKind(SyntaxKind.ComplexElementInitializerExpression)
            => pair.Expressions.FirstOrDefault(),
        _ => null,
    };
}
