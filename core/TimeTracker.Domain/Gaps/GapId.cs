namespace TimeTracker.Domain;

/// <summary>Names one gap for ever: the id of the operation that made it.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct GapId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
