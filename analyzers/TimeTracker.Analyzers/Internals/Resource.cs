using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>A connection or context as one method sees it.</summary>
internal readonly struct Resource(ResourceKind kind, ISymbol? symbol, ITypeSymbol? type)
{
    public static readonly Resource Unknown = new(ResourceKind.Unknown, null, null);

    public ResourceKind Kind { get; } = kind;

    public ISymbol? Symbol { get; } = symbol;

    public ITypeSymbol? Type { get; } = type;

    /// <summary>Npgsql runs every command of a connection in its transaction, named or not.</summary>
    public bool EnlistsByItself => Type?.ContainingNamespace?.ToDisplayString() == "Npgsql";

    public bool IsSqlite => Type is { Name: "SqliteConnection" };

    public bool IsSameAs(Resource other)
        => Symbol is not null && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    /// <summary>Both are locals opened apart, so they cannot be one connection.</summary>
    public bool IsSurelyOtherThan(Resource other)
        => Kind == ResourceKind.Own && other.Kind == ResourceKind.Own && Symbol is not null
            && other.Symbol is not null && !IsSameAs(other);
}
