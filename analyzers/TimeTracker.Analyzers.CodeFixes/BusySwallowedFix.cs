using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0009: rethrows at the end of the handler.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BusySwallowedFix))]
[Shared]
public sealed class BusySwallowedFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public BusySwallowedFix()
        : base(RuleIds.BusySwallowed, "Rethrow")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context)
    {
        var block = context.Node.AncestorsAndSelf().OfType<CatchClauseSyntax>().FirstOrDefault()?.Block;
        if (block is null)
        {
            return null;
        }

        var last = block.Statements.LastOrDefault();
        var kept = last is ReturnStatementSyntax or BreakStatementSyntax ? block.Statements.Remove(last)
            : block.Statements;
        return context.Root.ReplaceNode(block, block.WithStatements(kept.Add(context.Parse("throw;"))));
    }
}
