namespace TimeTracker.Domain;

/// <summary>A store's writing identity; a copied or restored store gets a new one.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct DeviceId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
