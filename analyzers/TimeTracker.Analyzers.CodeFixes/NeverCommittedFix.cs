using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0002: commits at the end of the block that holds the transaction.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NeverCommittedFix))]
[Shared]
public sealed class NeverCommittedFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public NeverCommittedFix()
        : base(RuleIds.NeverCommitted, "Commit at the end of the block")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context)
    {
        var variable = context.Node.Ancestors().OfType<VariableDeclaratorSyntax>().FirstOrDefault();
        if (variable is null
            || context.Model.GetDeclaredSymbol(variable, context.Cancellation) is not ILocalSymbol local)
        {
            return null;
        }

        var block = variable.Ancestors().OfType<UsingStatementSyntax>()
            .FirstOrDefault(at => at.Declaration?.Variables.Contains(variable) == true)?.Statement as BlockSyntax
            ?? FixContext.In(variable)?.Parent as BlockSyntax;
        if (block is null || block.Statements.Count == 0
            || (block.Statements.Last() is ReturnStatementSyntax { Expression: { } value }
                && Enlist.IsUnawaited(value, context.Model, context.Cancellation)))
        {
            return null;
        }

        var name = local.Name;
        var members = local.Type.AllInterfaces.Add((INamedTypeSymbol)local.Type);
        var commit = Has("CommitAsync") && context.IsAsync && context.Node.Parent is AwaitExpressionSyntax
            ? $"await {name}.CommitAsync();"
            : Has("Complete") ? $"{name}.Complete();" : Has("Commit") ? $"{name}.Commit();" : null;
        return commit is null ? null : context.Root.ReplaceNode(block, CommitLast.In(block, commit, context));

        bool Has(string method)
        {
            for (ITypeSymbol? type = local.Type; type is not null; type = type.BaseType)
            {
                if (type.GetMembers(method).Length > 0)
                {
                    return true;
                }
            }

            return members.Any(face => face.GetMembers(method).Length > 0);
        }
    }
}
