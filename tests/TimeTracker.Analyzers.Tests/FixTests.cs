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
                var context = new FixContext(await tree.GetRootAsync(), compilation.GetSemanticModel(tree), diagnostic, default);
                if (fix.Fixed(context) is { } root)
                {
                    offered.Add((fix, tree, CSharpSyntaxTree.ParseText(root.ToFullString(), Compiler.Parse, tree.FilePath)));
                }
            }
        }

        var failures = new List<string>();
        foreach (var (fix, old, mended) in offered)
        {
            var after = compilation.ReplaceSyntaxTree(old, mended);
            var rule = fix.FixableDiagnosticIds.Single();
            var errors = after.GetDiagnostics().Where(at => at.Severity == DiagnosticSeverity.Error && at.Location.SourceTree == mended)
                .Select(at => at.ToString()).ToList();
            var before = Count(found, old, rule);
            var left = (await Compiler.Analyze(after, CorpusTests.Settings)).Where(at => at.Location.SourceTree == mended).ToList();
            if (errors.Count > 0 || left.Count(at => at.Id == rule) >= before || left.Count >= Count(found, old, null))
            {
                failures.Add($"{rule} {old.FilePath}: {string.Join("; ", errors.Concat(left.Select(at => at.ToString())))}\n{mended}");
            }
        }

        foreach (var rule in found.Select(at => at.Id).Distinct().Order())
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rule}: {offered.Count(at => at.Fix.FixableDiagnosticIds.Contains(rule))} of {found.Count(at => at.Id == rule)} findings have a fix"));
        }

        Assert.Empty(failures);
    }

    [Fact]
    public void EveryFix_CanFixAll()
        => Assert.All(Fixes, fix => Assert.NotNull(((CodeFixProvider)fix).GetFixAllProvider()));

    private static int Count(ImmutableArray<Diagnostic> found, SyntaxTree tree, string? rule)
        => found.Count(at => at.Location.SourceTree == tree && (rule is null || at.Id == rule));
}
