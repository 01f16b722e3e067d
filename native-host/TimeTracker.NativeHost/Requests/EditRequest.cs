using System.Text.Json.Serialization;
using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Changes the fields that are given; an end given to the running entry stops it there.</summary>
internal sealed record EditRequest : CommandRequest
{
    public required Guid Entry { get; init; }

    public string? Description { get; init; }

    /// <summary>Empty for no project.</summary>
    public string? Project { get; init; }

    /// <summary>All tags; empty for none.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    public bool? Billable { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? From { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? To { get; init; }

    private protected override Command ToCommand() => new Command.Edit(
        new EntryId(Entry),
        new Details { Description = Description, Project = Project, Tags = Tags, Billable = Billable },
        From, To);
}
