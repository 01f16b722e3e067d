using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Reports the findings of one rule in one member, less those that the baseline knows.</summary>
internal sealed class RuleReport(
    DiagnosticDescriptor rule, ISymbol owner, Baseline baseline)
{
    private readonly ConcurrentDictionary<string, int> _found = new(StringComparer.Ordinal);
    private Action<Diagnostic> _report = _ => { };

    /// <summary>The context to report to; one member is never analyzed by two contexts at a time.</summary>
    public RuleReport To(Action<Diagnostic> report)
    {
        _report = report;
        return this;
    }

    public void Add(
        SyntaxNode node,
        IEnumerable<KeyValuePair<string, string?>>? properties = null,
        IEnumerable<Location>? others = null,
        Location? location = null,
        params object[] arguments)
    {
        var line = Baseline.Line(rule.Id, owner, node);
        if (_found.AddOrUpdate(line, 1, (_, count) => count + 1) <= baseline.Allowed(line))
        {
            return;
        }

        var carried = ImmutableDictionary<string, string?>.Empty.Add(Baseline.Property, line);
        _report(Diagnostic.Create(
            rule, location ?? node.GetLocation(), others, properties is null ? carried : carried.AddRange(properties),
                arguments));
    }
}
