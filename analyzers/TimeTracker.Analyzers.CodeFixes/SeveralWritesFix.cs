using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0003: puts a transaction around the writes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SeveralWritesFix))]
[Shared]
public sealed class SeveralWritesFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public SeveralWritesFix()
        : base(RuleIds.SeveralWrites, "Wrap in a transaction")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context) => Wrap.Around(context);
}
