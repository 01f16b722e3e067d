namespace TimeTracker.SyncServer;

/// <summary>Names one user for ever.</summary>
/// <param name="Value">The UUID.</param>
public readonly record struct UserId(Guid Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString();
}
