using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TimeTracker.MutationLedger.Code;

/// <summary>
/// Where the types and members of a C# file stand. One is named by the end of its path, as "RoomMaker.Trim",
/// "Closed.Closed" for a constructor, "operator -", or "Contest" for all of a type; overloads share a name.
/// </summary>
internal sealed class MemberSpans
{
    private readonly List<(string Path, LinePositionSpan Span)> _members = [];

    private MemberSpans()
    {
    }

    internal static MemberSpans Of(string text)
    {
        var tree = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview));
        var spans = new MemberSpans();
        foreach (var member in tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            var types = member.Ancestors().OfType<BaseTypeDeclarationSyntax>().Reverse();
            var path = string.Concat(types.Select(type => $"{type.Identifier.Text}."));
            var span = tree.GetLineSpan(member.Span).Span;
            spans._members.AddRange(Names(member).Select(name => ($"{path}{name}", span)));
        }

        return spans;
    }

    /// <summary>Whether the file has a type or member of this name.</summary>
    internal bool Has(string name) => _members.Any(member => IsNamed(member.Path, name));

    /// <summary>Whether a position, counted from 1, lies in what has this name.</summary>
    internal bool Covers(string name, int line, int column)
    {
        var at = new LinePosition(line - 1, column - 1);
        return _members.Any(member => IsNamed(member.Path, name) && at >= member.Span.Start && at < member.Span.End);
    }

    private static bool IsNamed(string path, string name) =>
        path == name || path.EndsWith($".{name}", StringComparison.Ordinal);

    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.Text],
        MethodDeclarationSyntax method => [method.Identifier.Text],
        ConstructorDeclarationSyntax constructor => [constructor.Identifier.Text],
        PropertyDeclarationSyntax property => [property.Identifier.Text],
        OperatorDeclarationSyntax made => [$"operator {made.OperatorToken.Text}"],
        IndexerDeclarationSyntax => ["this"],
        BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(variable => variable.Identifier.Text),
        _ => [],
    };
}
