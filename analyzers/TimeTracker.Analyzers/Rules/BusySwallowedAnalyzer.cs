using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Internals;

namespace TimeTracker.Analyzers.Rules;

/// <summary>TT0009: a handler that takes a busy store for done.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BusySwallowedAnalyzer : NodeRule
{
    private static readonly DiagnosticDescriptor Rule = new(
        RuleIds.BusySwallowed,
        "SQLITE_BUSY is swallowed",
        "A busy store ends here as if the statement had been carried out",
        RuleIds.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "SQLITE_BUSY and SQLITE_LOCKED mean that nothing was done: retry, report or rethrow.",
        helpLinkUri: RuleIds.HelpRoot + RuleIds.BusySwallowed + ".md");

    private static readonly string[] Busy =
        ["5", "6", "261", "262", "517", "SQLITE_BUSY", "Busy", "SQLITE_LOCKED", "Locked"];

    private static readonly string[] Logging =
        ["Log", "Write", "Debug", "Warn", "Error", "Info", "Trace", "Verbose", "Fatal"];

    /// <summary>Creates the rule.</summary>
    public BusySwallowedAnalyzer()
        : base(Rule, "System.Data.Common.DbException", SyntaxKind.CatchClause)
    {
    }

    private protected override bool IsCandidate(SyntaxNode node)
        => node is CatchClauseSyntax { Declaration: { } declaration } && NamesSqlite(declaration.Type);

    private protected override void Analyze(SyntaxNodeAnalysisContext context, Settings settings, RuleReport report)
    {
        var clause = (CatchClauseSyntax)context.Node;
        if (clause.Declaration is { } declaration && Swallows(clause)
            && !ExcludesBusy(clause.Filter)
            && context.SemanticModel.GetTypeInfo(declaration.Type, context.CancellationToken).Type
                is { Name: "SqliteException" or "SQLiteException", TypeKind: TypeKind.Class })
        {
            report.Add(clause, location: clause.CatchKeyword.GetLocation());
        }
    }

    private static bool NamesSqlite(TypeSyntax type)
        => (type is QualifiedNameSyntax qualified ? qualified.Right : type) is IdentifierNameSyntax
        {
            Identifier.ValueText: "SqliteException" or "SQLiteException",
        };

    // A filter on another code than busy or locked never sees what this rule is about.
    private static bool ExcludesBusy(CatchFilterClauseSyntax? filter)
    {
        if (filter is null)
        {
            return false;
        }

        var words = filter.FilterExpression.DescendantTokens().Select(token => token.ValueText).ToList();
        var names = words.Any(Busy.Contains);
        var negated = filter.FilterExpression.DescendantNodesAndSelf()
            .Any(node => node.IsKind(SyntaxKind.NotEqualsExpression) || node.IsKind(SyntaxKind.NotPattern));
        return names == negated;
    }

    private static bool Swallows(CatchClauseSyntax clause)
    {
        var body = clause.Block.DescendantNodes().ToList();
        return !body.Any(node => node is ThrowStatementSyntax or ThrowExpressionSyntax or ContinueStatementSyntax
                or ReturnStatementSyntax { Expression: not null } or AssignmentExpressionSyntax or YieldStatementSyntax)
            && !IsRetried(clause) && !IsHandedOn(clause, body);
    }

    private static bool IsRetried(CatchClauseSyntax clause)
        => clause.Ancestors()
            .TakeWhile(node => node is not MemberDeclarationSyntax and not AnonymousFunctionExpressionSyntax)
            .Any(node => node is WhileStatementSyntax or DoStatementSyntax or ForStatementSyntax);

    // Whoever gets the exception may act on it; a log only writes it down.
    private static bool IsHandedOn(CatchClauseSyntax clause, List<SyntaxNode> body)
    {
        var name = clause.Declaration!.Identifier.ValueText;
        return body.OfType<InvocationExpressionSyntax>().Any(call =>
        {
            var method = call.Expression is MemberAccessExpressionSyntax member ? member.Name.Identifier.ValueText
                : (call.Expression as SimpleNameSyntax)?.Identifier.ValueText ?? string.Empty;
            return !Logging.Any(prefix => method.StartsWith(prefix, StringComparison.Ordinal))
                && (name.Length == 0 || call.ArgumentList.DescendantTokens().Any(token => token.ValueText == name));
        });
    }
}
