using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TimeTracker.Analyzers.Rules;

namespace TimeTracker.Analyzers.Tests.Harness;

/// <summary>Compiles snippets against the real libraries and runs every rule over them.</summary>
public static class Compiler
{
    public const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Data;
        global using System.Data.Common;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using Dapper;
        global using Microsoft.Data.Sqlite;
        global using Microsoft.EntityFrameworkCore;
        global using MySqlConnector;
        global using Npgsql;
        global using TimeTracker.Annotations;
        global using TransactionScope = System.Transactions.TransactionScope;
        """;

    public static readonly CSharpParseOptions Parse = new(LanguageVersion.CSharp12);

    public static ImmutableArray<DiagnosticAnalyzer> Rules { get; } = typeof(FlowRule).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(DiagnosticAnalyzer).IsAssignableFrom(type))
        .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!).ToImmutableArray();

    public static ImmutableArray<MetadataReference> Platform { get; } =
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("TimeTracker.Analyzers", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
                && !Path.GetFileName(path).StartsWith("xunit", StringComparison.Ordinal))
            .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToImmutableArray();

    public static ImmutableArray<MetadataReference> References { get; } = Platform.Add(Stubs());

    public static SyntaxTree Tree(Snippet snippet, int number) => CSharpSyntaxTree.ParseText(
        string.Create(CultureInfo.InvariantCulture, $"namespace Corpus.S{number} {{\n{snippet.Code}\n}}"),
        Parse, snippet.Name + ".cs");

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees) => CSharpCompilation.Create(
        "corpus", trees.Append(CSharpSyntaxTree.ParseText(Usings, Parse)), References,
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static Task<ImmutableArray<Diagnostic>> Analyze(Compilation compilation,
        params (string Key, string Value)[] settings)
        => Analyze(compilation, Rules, settings);

    public static Task<ImmutableArray<Diagnostic>> Analyze(
        Compilation compilation, ImmutableArray<DiagnosticAnalyzer> rules, (string Key, string Value)[] settings,
        params AdditionalText[] files)
        => compilation.WithAnalyzers(rules, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([.. files], new FixedOptions(settings)), null, concurrentAnalysis: true,
            logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();

    private static PortableExecutableReference Stubs()
    {
        // As a library does whose callers live in other assemblies: the attributes are conditional.
        var parse = Parse.WithPreprocessorSymbols("TIMETRACKER_ANNOTATIONS");
        var trees = Snippet.Resources("Stubs").Select(file => CSharpSyntaxTree.ParseText(file.Text, parse));
        var options = new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable);
        using var stream = new MemoryStream();
        var result = CSharpCompilation.Create("stubs", trees, Platform, options).Emit(stream);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return MetadataReference.CreateFromImage(stream.ToArray());
    }
}
