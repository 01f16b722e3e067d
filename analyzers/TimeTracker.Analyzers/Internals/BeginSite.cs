using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Where a begun transaction goes.</summary>
internal sealed class BeginSite(BeginUse use, ISymbol? variable)
{
    public BeginUse Use { get; } = use;

    public ISymbol? Variable { get; } = variable;
}
