using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Reports the findings of one rule in one member, less those that the baseline knows.</summary>
internal sealed class RuleReport(
    DiagnosticDescriptor rule, ISymbol owner, Baseline baseline, Action<Diagnostic> report)
{
    private readonly Dictionary<string, int> _found = new(StringComparer.Ordinal);

    public void Add(
        SyntaxNode node,
        IEnumerable<KeyValuePair<string, string?>>? properties = null,
        IEnumerable<Location>? others = null,
        Location? location = null,
        params object[] arguments)
    {
        var line = Baseline.Line(rule.Id, owner, node);
        _found[line] = _found.TryGetValue(line, out var count) ? count + 1 : 1;
        if (_found[line] <= baseline.Allowed(line))
        {
            return;
        }

        var carried = ImmutableDictionary<string, string?>.Empty.Add(Baseline.Property, line);
        report(Diagnostic.Create(
            rule, location ?? node.GetLocation(), others, properties is null ? carried : carried.AddRange(properties),
                arguments));
    }
}
