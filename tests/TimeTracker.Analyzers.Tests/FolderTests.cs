using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TimeTracker.Analyzers.Tests.Harness;
using Xunit.Abstractions;

namespace TimeTracker.Analyzers.Tests;

/// <summary>
/// Reads a whole source tree, its missing references and all: this repository's, or the one that
/// TIMETRACKER_ANALYZE_FOLDER names. Prints what is found.
/// </summary>
public sealed class FolderTests(ITestOutputHelper output)
{
    [Fact]
    public async Task RealCode_NeverBreaksARule()
    {
        var folder = Environment.GetEnvironmentVariable("TIMETRACKER_ANALYZE_FOLDER") ?? LocalPackage.Repository;
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains(Path.DirectorySeparatorChar + ".artifacts", StringComparison.Ordinal))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), Compiler.Parse, file)).ToList();
        var found = await Compiler.Analyze(Compiler.Compile(trees), CorpusTests.Settings);
        foreach (var diagnostic in found.OrderBy(at => at.Id).ThenBy(at => at.Location.GetLineSpan().Path))
        {
            var at = diagnostic.Location.GetLineSpan();
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{diagnostic.Id} {Path.GetRelativePath(folder, at.Path)}:{at.StartLinePosition.Line + 1}"));
        }

        Assert.DoesNotContain(found, at => at.Id == "AD0001");
    }
}
