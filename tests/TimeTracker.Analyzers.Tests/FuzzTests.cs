using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TimeTracker.Analyzers.Tests.Harness;
using Xunit.Abstractions;

namespace TimeTracker.Analyzers.Tests;

/// <summary>
/// Deletes and swaps tokens of the corpus. TIMETRACKER_FUZZ_ROUNDS makes it longer, TIMETRACKER_FUZZ_SEED repeats a
/// run.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int RoundsDefault = 6;
    private const int EditsMax = 6;
    private const string AnalyzerFailure = "AD0001";

    [Fact]
    public async Task BrokenCode_NeverBreaksARule()
    {
        var seed = Number("TIMETRACKER_FUZZ_SEED") ?? Environment.TickCount;
        var rounds = Number("TIMETRACKER_FUZZ_ROUNDS") ?? RoundsDefault;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}, {rounds} rounds"));
        for (var round = 0; round < rounds; round++)
        {
            // CA5394: chance, not secrecy. The seed is printed, so that a failure can be repeated.
#pragma warning disable CA5394
            var random = new Random(seed + round);
#pragma warning restore CA5394
            var trees = Snippet.Corpus.Select((snippet, number) => Break(Compiler.Tree(snippet, number), random));
            var found = await Compiler.Analyze(Compiler.Compile(trees), CorpusTests.Settings);
            Assert.Empty(found.Where(at => at.Id == AnalyzerFailure)
                .Select(at
                    => string.Create(CultureInfo.InvariantCulture,
                        $"seed {seed + round}: {at.GetMessage(CultureInfo.InvariantCulture)}")));
        }
    }

    private static int? Number(string variable)
        => int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number : null;

    private static SyntaxTree Break(SyntaxTree tree, Random random)
    {
        var root = tree.GetRoot();
        var texts = root.DescendantTokens().Select(token => token.ToFullString()).ToList();
#pragma warning disable CA5394
        for (var edits = random.Next(1, EditsMax + 1); edits > 0 && texts.Count > 2; edits--)
        {
            var at = random.Next(texts.Count - 1);
            if (random.Next(2) == 0)
            {
                texts.RemoveAt(at);
            }
            else
            {
                var other = random.Next(texts.Count - 1);
                (texts[at], texts[other]) = (texts[other], texts[at]);
            }
        }
#pragma warning restore CA5394

        return CSharpSyntaxTree.ParseText(string.Concat(texts), Compiler.Parse, tree.FilePath);
    }
}
