using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Tests.Harness;
using Xunit.Abstractions;

namespace TimeTracker.Analyzers.Tests;

/// <summary>Every fix that is offered anywhere in the corpus compiles, and silences its rule there.</summary>
public sealed class FixTests(ITestOutputHelper output)
{
    private static readonly ImmutableArray<RuleFix> Fixes = typeof(RuleFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(RuleFix).IsAssignableFrom(type))
        .Select(type => (RuleFix)Activator.CreateInstance(type)!).ToImmutableArray();

    [Fact]
    public async Task EveryFixOfTheCorpus_Compiles_AndSilencesItsRule()
    {
        var trees = Snippet.Corpus.Select(Compiler.Tree).ToList();
        var compilation = Compiler.Compile(trees);
        var found = await Compiler.Analyze(compilation, CorpusTests.Settings);
        var offered = new List<(RuleFix Fix, SyntaxTree Old, SyntaxTree New)>();
        foreach (var diagnostic in found)
        {
            var tree = diagnostic.Location.SourceTree!;
            foreach (var fix in Fixes.Where(fix => fix.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                var context =
                    new FixContext(await tree.GetRootAsync(), compilation.GetSemanticModel(tree), diagnostic, default);
                if (fix.Fixed(context) is { } root)
                {
                    offered.Add((fix, tree,
                        CSharpSyntaxTree.ParseText(root.ToFullString(), Compiler.Parse, tree.FilePath)));
                }
            }
        }

        // Fixes of different snippets are tried in one compilation: compiling one by one takes a minute.
        var failures = new List<string>();
        var rounds = offered.GroupBy(at => at.Old).SelectMany(group => group.Select((at, round) => (at, round)))
            .GroupBy(at => at.round, at => at.at);
        foreach (var round in rounds.Select(at => at.ToList()))
        {
            var after = round.Aggregate(compilation, (sum, at) => sum.ReplaceSyntaxTree(at.Old, at.New));
            var errors = after.GetDiagnostics().Where(at => at.Severity == DiagnosticSeverity.Error)
                .ToLookup(at => at.Location.SourceTree);
            var left = (await Compiler.Analyze(after, CorpusTests.Settings)).ToLookup(at => at.Location.SourceTree);
            failures.AddRange(round.Where(at => errors[at.New].Any()
                    || left[at.New]
                        .Count(one => one.Id == at.Fix.FixableDiagnosticIds[0]) >= Count(found, at.Old,
                            at.Fix.FixableDiagnosticIds[0])
                    || left[at.New].Count() >= Count(found, at.Old, null))
                .Select(at
                    => $"{at.Fix} {at.Old.FilePath}: "
                        + string.Join("; ", errors[at.New].Concat(left[at.New])) + $"\n{at.New}"));
        }

        foreach (var rule in found.Select(at => at.Id).Distinct().Order())
        {
            var fixable = offered.Count(at => at.Fix.FixableDiagnosticIds[0] == rule);
            var all = found.Count(at => at.Id == rule);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{rule}: {fixable} of {all} findings have a fix"));
        }

        failures.ForEach(output.WriteLine);
        Assert.Empty(failures);
    }

    [Fact]
    public void EveryFix_CanFixAll()
        => Assert.All(Fixes, fix => Assert.NotNull(((CodeFixProvider)fix).GetFixAllProvider()));

    private static int Count(ImmutableArray<Diagnostic> found, SyntaxTree tree, string? rule)
        => found.Count(at => at.Location.SourceTree == tree && (rule is null || at.Id == rule));
}
