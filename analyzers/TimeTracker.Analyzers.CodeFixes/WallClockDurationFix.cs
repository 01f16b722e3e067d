using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TimeTracker.Analyzers.CodeFixes;

/// <summary>TT0010: measures with the timestamps of a TimeProvider.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WallClockDurationFix))]
[Shared]
public sealed class WallClockDurationFix : RuleFix
{
    /// <summary>Creates the fix.</summary>
    public WallClockDurationFix()
        : base(RuleIds.WallClockDuration, "Measure with a TimeProvider's timestamps")
    {
    }

    internal override SyntaxNode? Fixed(FixContext context)
    {
        if (context.Node is not BinaryExpressionSyntax { Right: IdentifierNameSyntax start } difference
            || context.Model.GetSymbolInfo(start, context.Cancellation).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation)
                is not VariableDeclaratorSyntax { Initializer.Value: { } reading,
                    Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } declarator
            || difference.Left is not MemberAccessExpressionSyntax
            || context.Model.Compilation.GetTypeByMetadataName("System.TimeProvider") is null
            || Uses(declarator) != 1)
        {
            return null;
        }

        var clock = Clock(context, difference.SpanStart);
        var type = SyntaxFactory.IdentifierName("var").WithTriviaFrom(declaration.Type);
        return context.Root.ReplaceNodes(
            new SyntaxNode[] { difference, reading, declaration.Type },
            (original, _) => original == difference
                ? SyntaxFactory.ParseExpression($"{clock}.GetElapsedTime({local.Name})").WithTriviaFrom(difference)
                : original == reading
                    ? SyntaxFactory.ParseExpression($"{clock}.GetTimestamp()").WithTriviaFrom(reading) : type);
    }

    // The variable turns from an instant into a timestamp, which fits nothing else it might be used for.
    private static int Uses(VariableDeclaratorSyntax declarator)
        => declarator.Ancestors().OfType<MemberDeclarationSyntax>().First()
            .DescendantNodes().OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == declarator.Identifier.ValueText);

    // A provider that the type has been given, else the system's.
    private static string Clock(FixContext context, int position)
        => context.Model.LookupSymbols(position).FirstOrDefault(symbol => symbol switch
        {
            IFieldSymbol field => field.Type.Name == "TimeProvider",
            IParameterSymbol parameter => parameter.Type.Name == "TimeProvider",
            IPropertySymbol { IsStatic: false } property => property.Type.Name == "TimeProvider",
            _ => false,
        })?.Name ?? "System.TimeProvider.System";
}
