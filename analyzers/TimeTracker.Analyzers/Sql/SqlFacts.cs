using System.Collections.Immutable;

namespace TimeTracker.Analyzers.Sql;

/// <summary>What the text of one command is known to do; nothing is said that the text does not prove.</summary>
internal sealed class SqlFacts(
    bool writes, bool known, bool begins, bool beginsDeferred, bool ends, ImmutableArray<string> tables)
{
    public static readonly SqlFacts Unknown = new(false, false, false, false, false, ImmutableArray<string>.Empty);

    /// <summary>Some statement changes rows.</summary>
    public bool Writes { get; } = writes;

    /// <summary>Every statement was understood; false for procedures and for text with an open verb.</summary>
    public bool Known { get; } = known;

    /// <summary>A transaction is begun and not ended in the same text.</summary>
    public bool Begins { get; } = begins && !ends;

    public bool BeginsDeferred { get; } = beginsDeferred && begins && !ends;

    /// <summary>A transaction is committed or rolled back that was not begun in the same text.</summary>
    public bool Ends { get; } = ends && !begins;

    /// <summary>The text begins and ends a transaction around what it does.</summary>
    public bool SelfContained { get; } = begins && ends;

    /// <summary>Names of the tables whose rows change, as written.</summary>
    public ImmutableArray<string> Tables { get; } = tables;
}
