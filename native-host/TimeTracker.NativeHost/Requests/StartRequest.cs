using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Starts an entry; refused while another runs.</summary>
internal sealed record StartRequest : TimedRequest
{
    public required string Description { get; init; }

    public string? Project { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public bool? Billable { get; init; }

    private protected override Command ToCommand() => new Command.Start(
        new Details { Description = Description, Project = Project, Tags = Tags, Billable = Billable }, When);
}
