using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// What holds at one point of a method: the transactions open on every path and on some path, the unprotected writes
/// of the path that has most, and the known strings and commands.
/// </summary>
internal sealed class FlowState(
    ImmutableHashSet<TransactionToken> must,
    ImmutableHashSet<TransactionToken> may,
    ImmutableHashSet<TransactionToken> written,
    int writes,
    bool contract,
    bool changed,
    ImmutableDictionary<object, CommandState> values)
{
    /// <summary>One write and several writes are told apart; more are not counted.</summary>
    public const int WritesMax = 2;

    private static readonly ImmutableHashSet<TransactionToken> None = ImmutableHashSet<TransactionToken>.Empty;

    public static FlowState Start(bool contract)
        => new(None, None, None, 0, contract, false, ImmutableDictionary<object, CommandState>.Empty);

    public ImmutableHashSet<TransactionToken> Must { get; } = must;

    public ImmutableHashSet<TransactionToken> May { get; } = may;

    /// <summary>Open transactions under which state was changed.</summary>
    public ImmutableHashSet<TransactionToken> Written { get; } = written;

    public int Writes { get; } = writes;

    /// <summary>The transaction promised by the method's contract is still open.</summary>
    public bool Contract { get; } = contract;

    /// <summary>A transaction that changed state was committed on the way here.</summary>
    public bool Changed { get; } = changed;

    public ImmutableDictionary<object, CommandState> Values { get; } = values;

    public FlowState Begin(TransactionToken token)
        => new(Must.Add(token), May.Add(token), Written.Remove(token), Writes, Contract, Changed, Values);

    public FlowState End(Func<TransactionToken, bool> ended, bool commits)
    {
        var gone = May.Where(ended).ToList();
        return gone.Count == 0 ? this : new(
            Must.Except(gone), May.Except(gone), Written.Except(gone), Writes, Contract,
            Changed || (commits && gone.Any(Written.Contains)), Values);
    }

    public FlowState EndContract() => new(Must, May, Written, Writes, false, Changed, Values);

    public FlowState Write()
        => new(Must, May, Written, Math.Min(Writes + 1, WritesMax), Contract, Changed, Values);

    public FlowState WriteUnder(IEnumerable<TransactionToken> tokens)
        => new(Must, May, Written.Union(tokens), Writes, Contract, Changed, Values);

    public FlowState Set(object key, CommandState value)
        => new(Must, May, Written, Writes, Contract, Changed, Values.SetItem(key, value));

    /// <summary>A body that may run later, or more than once, starts with what its surroundings know.</summary>
    public FlowState ForNested(bool contract) => new(Must, May, Written, 0, contract || Contract, false, Values);

    public FlowState Join(FlowState other)
    {
        if (Same(other))
        {
            return this;
        }

        var values = Values.ToBuilder();
        foreach (var pair in other.Values)
        {
            values[pair.Key] = values.TryGetValue(pair.Key, out var mine) ? mine.Join(pair.Value) : pair.Value;
        }

        return new(
            Must.Intersect(other.Must), May.Union(other.May), Written.Union(other.Written),
            Math.Max(Writes, other.Writes), Contract && other.Contract, Changed || other.Changed,
            values.ToImmutable());
    }

    public bool Same(FlowState other)
        => ReferenceEquals(this, other) || (Writes == other.Writes && Contract == other.Contract
            && Changed == other.Changed && Must.SetEquals(other.Must) && May.SetEquals(other.May)
            && Written.SetEquals(other.Written) && Values.Count == other.Values.Count
            && Values.All(pair => other.Values.TryGetValue(pair.Key, out var theirs) && pair.Value.Same(theirs)));
}
