namespace TimeTracker.MutationLedger.Schema;

/// <summary>A piece of a text that is taken out of it.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct Cut(int Start, int Length)
{
    internal int End => Start + Length;

    internal static Cut Between(int start, int end) => new(start, end - start);
}
