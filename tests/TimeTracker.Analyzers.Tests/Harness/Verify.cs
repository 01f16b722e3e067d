using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Testing;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;

namespace TimeTracker.Analyzers.Tests.Harness;

/// <summary>Tests one rule, and its fix, alone: marked text in, text out. Fix All must come to the same text.</summary>
public static class Verify
{
    public static Task Finds<TRule>(string source)
        where TRule : DiagnosticAnalyzer, new()
        => Fixes<TRule, EmptyCodeFixProvider>(source, source);

    public static async Task Fixes<TRule, TFix>(
        string source, string mended, LanguageVersion version = LanguageVersion.CSharp12, string settings = "")
        where TRule : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new()
    {
        var test = new CSharpCodeFixTest<TRule, TFix, DefaultVerifier>
        {
            TestCode = source,
            FixedCode = mended,
            ReferenceAssemblies = new ReferenceAssemblies("none"),
            CompilerDiagnostics = CompilerDiagnostics.Errors,
            CodeActionValidationMode = CodeActionValidationMode.SemanticStructure,
        };
        foreach (var state in new[] { test.TestState, test.FixedState })
        {
            state.AdditionalReferences.AddRange(Compiler.References);
            state.Sources.Add(("Usings.cs", version >= LanguageVersion.CSharp10 ? Compiler.Usings : string.Empty));
        }

        test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\n" + settings));
        test.SolutionTransforms.Add((solution, id) => solution
            .WithProjectParseOptions(id, new CSharpParseOptions(version))
            .WithProjectCompilationOptions(id, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)));
        await test.RunAsync();
    }
}
