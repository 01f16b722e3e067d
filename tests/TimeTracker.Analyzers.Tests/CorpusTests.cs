using System.Globalization;
using Microsoft.CodeAnalysis;
using TimeTracker.Analyzers.Tests.Harness;
using Xunit.Abstractions;

namespace TimeTracker.Analyzers.Tests;

public sealed class CorpusTests(ITestOutputHelper output)
{
    internal static readonly (string Key, string Value)[] Settings =
        [("timetracker.transaction_types", "TimeTracker.Sqlite.WriteTransaction")];

    [Fact]
    public void Corpus_Has150Snippets_AndSharesNoName()
    {
        Assert.True(Snippet.Corpus.Count >= 150, $"{Snippet.Corpus.Count} snippets");
        Assert.Equal(Snippet.Corpus.Count, Snippet.Corpus.Select(snippet => snippet.Name).Distinct().Count());
    }

    [Fact]
    public void Corpus_Compiles()
    {
        var errors = Compiler.Compile(Snippet.Corpus.Select(Compiler.Tree)).GetDiagnostics()
            .Where(at => at.Severity == DiagnosticSeverity.Error);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task Rules_FindWhatIsMarked_AndNothingElse()
    {
        var found = (await Compiler.Analyze(Compiler.Compile(Snippet.Corpus.Select(Compiler.Tree)), Settings))
            .Select(Place).ToList();
        var expected = Snippet.Corpus.SelectMany(snippet => snippet.Expected
            .Select(at => (Snippet: snippet.Name, at.Line, at.Rule))).ToList();
        Print(found, expected);
        Assert.Empty(found.Except(expected).Select(at => "unexpected " + Text(at))
            .Concat(expected.Except(found).Select(at => "missing " + Text(at))));
        Assert.Equal(expected.Count, found.Count);
    }

    private static (string Snippet, int Line, string Rule) Place(Diagnostic diagnostic)
    {
        var at = diagnostic.Location.GetLineSpan();
        return (Path.GetFileNameWithoutExtension(at.Path), at.StartLinePosition.Line - 1, diagnostic.Id);
    }

    private static string Text((string Snippet, int Line, string Rule) at)
        => string.Create(CultureInfo.InvariantCulture, $"{at.Rule} {at.Snippet} line {at.Line + 1}");

    private void Print(List<(string, int, string Rule)> found, List<(string, int, string Rule)> expected)
    {
        output.WriteLine("rule    expected found precision recall");
        foreach (var rule in expected.Concat(found).Select(at => at.Rule).Distinct().Order())
        {
            var want = expected.Where(at => at.Rule == rule).ToList();
            var have = found.Where(at => at.Rule == rule).ToList();
            var right = have.Intersect(want).Count();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rule}  {want.Count,8} {have.Count,5} {Ratio(right, have.Count),9} {Ratio(right, want.Count),6}"));
        }
    }

    private static string Ratio(int part, int whole)
        => whole == 0 ? "-" : ((double)part / whole).ToString("0.00", CultureInfo.InvariantCulture);
}
