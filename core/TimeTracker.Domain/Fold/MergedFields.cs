namespace TimeTracker.Domain;

/// <summary>What became of the fields of one entity that several devices may have changed.</summary>
/// <param name="Winners">For each field that counts, the operation whose value does. Without
/// <see cref="PatchFields.Removed"/> where a removal lost against a change.</param>
/// <param name="Conflicts">The values that are not shown.</param>
public sealed record MergedFields(
    IReadOnlyDictionary<PatchFields, PlacedOperation> Winners, IReadOnlyList<Conflict> Conflicts)
{
    /// <summary>Who set a field's value; null where nobody did.</summary>
    public PlacedOperation? WinnerOf(PatchFields field) => Winners.GetValueOrDefault(field);
}
