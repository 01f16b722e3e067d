using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Stops the entry that the person saw running and starts another at the same instant.</summary>
internal sealed record SwitchRequest : TimedRequest
{
    public required Guid Entry { get; init; }

    public required string Description { get; init; }

    public string? Project { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public bool? Billable { get; init; }

    private protected override Command ToCommand() => new Command.Switch(
        new Details { Description = Description, Project = Project, Tags = Tags, Billable = Billable },
        When, new EntryId(Entry));
}
