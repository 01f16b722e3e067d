using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0001: puts a transaction around the writes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WriteOutsideTransactionFix))]
[Shared]
public sealed class WriteOutsideTransactionFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public WriteOutsideTransactionFix()
        : base(RuleIds.WriteOutsideTransaction, "Wrap in a transaction")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context) => Wrap.Around(context);
}
