using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>One place that begins a transaction, and what is known of the transaction begun there.</summary>
internal sealed class TransactionToken(SyntaxNode syntax, TransactionKind kind, Resource connection)
{
    public SyntaxNode Syntax { get; } = syntax;

    public TransactionKind Kind { get; } = kind;

    /// <summary>The connection or context it was begun on.</summary>
    public Resource Connection { get; } = connection;

    /// <summary>The variable that holds it, if one does.</summary>
    public ISymbol? Variable { get; set; }

    /// <summary>Begun here, and so to be ended here; false for a transaction that is only looked up.</summary>
    public bool Owned { get; set; } = true;

    /// <summary>A SQLite transaction that takes its write lock only at the first write.</summary>
    public bool Deferred { get; set; }

    public ITypeSymbol? Type { get; set; }
}
