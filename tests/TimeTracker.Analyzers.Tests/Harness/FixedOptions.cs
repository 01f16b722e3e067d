using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TimeTracker.Analyzers.Tests.Harness;

/// <summary>The same settings for every file.</summary>
internal sealed class FixedOptions((string Key, string Value)[] settings) : AnalyzerConfigOptionsProvider
{
    private readonly Options _options = new(settings.ToDictionary(at => at.Key, at => at.Value));

    public override AnalyzerConfigOptions GlobalOptions => _options;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _options;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _options;

    private sealed class Options(Dictionary<string, string> settings) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
            => settings.TryGetValue(key, out value);
    }
}
