using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0004: says by attribute that the caller must hold the transaction, so that callers are checked.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallerSuppliedConnectionFix))]
[Shared]
public sealed class CallerSuppliedConnectionFix : RuleFix
{
    private const string Attribute = "TimeTracker.Annotations.RequiresTransactionAttribute";

    /// <summary>Creates the fix.</summary>
    public CallerSuppliedConnectionFix()
        : base(RuleIds.CallerSuppliedConnection, "Demand the caller's transaction by [RequiresTransaction]")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context)
    {
        // A method that is given its transaction has said enough: it goes on after it ended it.
        // The parameter of a lambda or a local function is no member's contract.
        var holder = context.Node.Ancestors().FirstOrDefault(node => node is MemberDeclarationSyntax
            or AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax);
        if (holder is not MethodDeclarationSyntax method
            || method.ParameterList.Parameters.Any(at => at.Type?.ToString().Contains("Transaction") == true)
            || context.Model.Compilation.GetTypeByMetadataName(Attribute) is null)
        {
            return null;
        }

        var imported =
            context.Model.LookupNamespacesAndTypes(method.SpanStart, name: "RequiresTransactionAttribute").Length > 0;
        var name =
            SyntaxFactory.ParseName(imported ? "RequiresTransaction" : "TimeTracker.Annotations.RequiresTransaction");
        var list = SyntaxFactory.AttributeList(SyntaxFactory.SingletonSeparatedList(SyntaxFactory.Attribute(name)))
            .WithLeadingTrivia(method.GetLeadingTrivia())
                .WithTrailingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed)
            .WithAdditionalAnnotations(Formatter.Annotation);
        var plain = method.WithoutLeadingTrivia();
        return context.Root.ReplaceNode(
            method,
            plain.WithAttributeLists(plain.AttributeLists.Insert(0, list))
                .WithAdditionalAnnotations(Formatter.Annotation));
    }
}
