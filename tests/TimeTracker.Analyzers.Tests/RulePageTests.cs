using System.Reflection;
using Microsoft.CodeAnalysis;
using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests;

public sealed class RulePageTests
{
    private static readonly string Analyzers = Path.Combine(typeof(RulePageTests).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().First(at => at.Key == "RepositoryRoot").Value!, "analyzers");

    private static readonly string[] Sections =
        ["## Why", "## What it flags", "## What it does not flag", "## How to fix", "## How to configure"];

    private static readonly List<DiagnosticDescriptor> Rules =
        Compiler.Rules.SelectMany(rule => rule.SupportedDiagnostics).OrderBy(at => at.Id, StringComparer.Ordinal)
            .ToList();

    public static TheoryData<string> Ids => [.. Rules.Select(at => at.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void EveryRule_HasAPage_ThatSaysWhatTheDescriptorSays(string id)
    {
        var rule = Rule(id);
        var page = File.ReadAllText(Path.Combine(Analyzers, "docs", "rules", id + ".md"));
        Assert.StartsWith($"# {id}: {rule.Title}\n", page, StringComparison.Ordinal);
        Assert.All(Sections, section => Assert.Contains("\n" + section + "\n", page, StringComparison.Ordinal));
        Assert.Contains("\nDefault: " + Severity(rule), page, StringComparison.Ordinal);
        Assert.Equal(HasFix(id), !page.Contains("Code fix: none.", StringComparison.Ordinal));
        Assert.Equal(RuleIds.HelpRoot + id + ".md", rule.HelpLinkUri);
    }

    [Fact]
    public void Index_ListsEveryRule_AndNoOther()
    {
        var rows = File.ReadAllLines(Path.Combine(Analyzers, "docs", "README.md"))
            .Where(line => line.StartsWith("| [TT", StringComparison.Ordinal)).Select(line => line.Split('|')).ToList();
        Assert.Equal(Rules.Select(at => at.Id), rows.Select(cells => cells[1].Trim()[1..7]));
        Assert.All(rows, cells =>
        {
            var rule = Rule(cells[1].Trim()[1..7]);
            Assert.Equal(rule.Title.ToString(System.Globalization.CultureInfo.InvariantCulture), cells[2].Trim());
            Assert.StartsWith(Severity(rule), cells[3].Trim(), StringComparison.Ordinal);
            Assert.Equal(HasFix(rule.Id), cells[4].Trim() != "none");
        });
    }

    [Theory]
    [InlineData("none", "none")]
    [InlineData("strict", "error")]
    [InlineData("recommended", null)]
    public void Preset_NamesEveryRule(string preset, string? severity)
    {
        var lines =
            File.ReadAllLines(Path.Combine(Analyzers, "TimeTracker.Analyzers.Package", "config",
                preset + ".globalconfig"));
        Assert.All(Rules.Select(at => at.Id), id => Assert.Contains(
            $"dotnet_diagnostic.{id}.severity = {severity ?? Severity(Rule(id))}", lines));
    }

    private static DiagnosticDescriptor Rule(string id)
        => Rules.Single(at => at.Id == id);

    private static bool HasFix(string id) => typeof(RuleFix).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(RuleFix).IsAssignableFrom(type))
        .Any(type => ((RuleFix)Activator.CreateInstance(type)!).FixableDiagnosticIds.Contains(id));

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "suggestion",
    };
}
