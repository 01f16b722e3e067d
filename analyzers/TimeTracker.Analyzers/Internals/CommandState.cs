using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TimeTracker.Analyzers.Sql;

namespace TimeTracker.Analyzers.Internals;

/// <summary>What is known of a string or a command at one point of a method.</summary>
internal sealed class CommandState(
    ImmutableArray<string> texts, Enlistment enlistment, ISymbol? transaction, Resource resource, bool procedure)
{
    // More texts than this at one point are no longer told apart.
    private const int TextsMax = 4;

    private static readonly ImmutableArray<string> Open = ImmutableArray.Create(SqlTokenizer.Hole.ToString());

    public static readonly CommandState Unknown = new(Open, Enlistment.Unknown, null, Resource.Unknown, false);

    public ImmutableArray<string> Texts { get; } = texts;

    public Enlistment Enlistment { get; } = enlistment;

    public ISymbol? Transaction { get; } = transaction;

    public Resource Resource { get; } = resource;

    public bool Procedure { get; } = procedure;

    public static CommandState Text(params string[] texts)
        => new(texts.Length == 0 ? Open : ImmutableArray.Create(texts), Enlistment.Unknown, null, Resource.Unknown,
            false);

    public CommandState WithTexts(ImmutableArray<string> texts)
        => new(texts, Enlistment, Transaction, Resource, Procedure);

    public CommandState Enlisted(Enlistment enlistment, ISymbol? transaction)
        => new(Texts, enlistment, transaction, Resource, Procedure);

    public CommandState On(Resource resource) => new(Texts, Enlistment, Transaction, resource, Procedure);

    public CommandState AsProcedure(bool procedure) => new(Texts, Enlistment, Transaction, Resource, procedure);

    public static ImmutableArray<string> Concat(ImmutableArray<string> left, ImmutableArray<string> right)
    {
        var all = left.SelectMany(_ => right, (a, b) => a + b).Distinct().ToImmutableArray();
        return all.Length > TextsMax ? Open : all;
    }

    /// <summary>A batch with one more command; one that a loop adds again and again is added once.</summary>
    public CommandState Append(CommandState added) => added.Texts.All(text => Texts.Any(mine => mine.Contains(text)))
        ? this : WithTexts(Concat(Concat(Texts, ImmutableArray.Create(";\n")), added.Texts));

    public CommandState Join(CommandState other)
    {
        if (Same(other))
        {
            return this;
        }

        var texts = Texts.Union(other.Texts).OrderBy(text => text, StringComparer.Ordinal).ToImmutableArray();
        return new(
            texts.Length > TextsMax ? Open : texts,
            (Enlistment)Math.Max((int)Enlistment, (int)other.Enlistment),
            SymbolEqualityComparer.Default.Equals(Transaction, other.Transaction) ? Transaction : null,
            Resource.IsSameAs(other.Resource) ? Resource : Resource.Unknown,
            Procedure || other.Procedure);
    }

    public bool Same(CommandState other)
        => ReferenceEquals(this, other) || (Enlistment == other.Enlistment && Procedure == other.Procedure
            && SymbolEqualityComparer.Default.Equals(Transaction, other.Transaction)
            && Resource.Kind == other.Resource.Kind
            && SymbolEqualityComparer.Default.Equals(Resource.Symbol, other.Resource.Symbol)
            && Texts.SequenceEqual(other.Texts));
}
