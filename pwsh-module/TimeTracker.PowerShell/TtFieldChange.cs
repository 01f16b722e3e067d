namespace TimeTracker.PowerShell;

/// <summary>One field before and after a change, as text.</summary>
public sealed class TtFieldChange
{
    internal TtFieldChange(string name, string? before, string? after) => (Name, Before, After) = (name, before, after);

    /// <summary>The field.</summary>
    public string Name { get; }

    /// <summary>Its value before; null for none.</summary>
    public string? Before { get; }

    /// <summary>Its value after; null for none.</summary>
    public string? After { get; }

    /// <inheritdoc/>
    public override string ToString() => Before is null ? $"{Name}: {After}" : $"{Name}: {Before} -> {After ?? "(none)"}";
}
