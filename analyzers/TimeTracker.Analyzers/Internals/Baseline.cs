using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// The findings that an old code base lives with: lines of rule, member and hash of the flagged code in the additional
/// file timetracker.baseline.txt. Moving or reformatting code keeps its line valid; changing the code does not.
/// </summary>
internal sealed class Baseline
{
    /// <summary>The diagnostic property that carries a finding's line into the SARIF log.</summary>
    public const string Property = "timetracker.baseline";

    public const string FileName = "timetracker.baseline.txt";

    private static readonly ConditionalWeakTable<AnalyzerOptions, Baseline> Read = new();
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    private Baseline(ImmutableArray<AdditionalText> files)
    {
        foreach (var file in files.Where(file => Path.GetFileName(file.Path) == FileName))
        {
            foreach (var line in file.GetText()?.Lines ?? Enumerable.Empty<Microsoft.CodeAnalysis.Text.TextLine>())
            {
                var text = line.ToString().Trim();
                if (text.Length > 0 && text[0] != '#')
                {
                    _lines[text] = Allowed(text) + 1;
                }
            }
        }
    }

    public static Baseline For(AnalyzerOptions options)
        => Read.GetValue(options, key => new Baseline(key.AdditionalFiles));

    /// <summary>How many findings of this line are silenced.</summary>
    public int Allowed(string line) => _lines.TryGetValue(line, out var count) ? count : 0;

    public static string Line(string rule, ISymbol owner, SyntaxNode node)
        => rule + " " + (owner.GetDocumentationCommentId() ?? owner.ToDisplayString()).Replace(' ', '_') + " "
            + Hash(node).ToString("x8", System.Globalization.CultureInfo.InvariantCulture);

    // FNV-1a over the tokens: spaces, line ends and comments do not count.
    private static uint Hash(SyntaxNode node)
    {
        var hash = 2166136261;
        foreach (var c in node.DescendantTokens().SelectMany(token => token.Text + " "))
        {
            hash = unchecked((hash ^ c) * 16777619);
        }

        return hash;
    }
}
