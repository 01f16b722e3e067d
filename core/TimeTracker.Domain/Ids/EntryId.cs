namespace TimeTracker.Domain;

/// <summary>Names one entry for ever: the id of the operation that made it.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct EntryId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
