namespace TimeTracker.Domain;

/// <summary>What a person says about an entry, unchecked. Null leaves a field as it is, or at its default in a new
/// entry.</summary>
public sealed record Details
{
    /// <summary>What the time is for; a new entry needs it.</summary>
    public string? Description { get; init; }

    /// <summary>The project's name; empty for no project.</summary>
    public string? Project { get; init; }

    /// <summary>All tags; empty for none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Whether someone is to be billed.</summary>
    public bool? Billable { get; init; }
}
