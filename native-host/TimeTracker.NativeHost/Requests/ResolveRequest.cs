using System.Text.Json.Serialization;
using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Answers an open question.</summary>
internal sealed record ResolveRequest : CommandRequest
{
    public required Guid Question { get; init; }

    /// <summary>keep, discard, discard-and-continue, assign or split.</summary>
    public required string Resolution { get; init; }

    /// <summary>Of the entry that the time is assigned to.</summary>
    public string? Description { get; init; }

    public string? Project { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    public bool? Billable { get; init; }

    /// <summary>The instant to split at.</summary>
    [JsonConverter(typeof(InstantConverter))]
    public DateTimeOffset? At { get; init; }

    private protected override string? Fault() => this switch
    {
        { Resolution: "assign", Description: null } => "to assign, a description is needed",
        { Resolution: "split", At: null } => "to split, at is needed",
        { Resolution: not "split", At: not null } => "at is for split alone",
        { Resolution: not "assign" } when Description is not null || Project is not null || Tags is not null
            || Billable is not null => "details are for assign alone",
        { Resolution: "keep" or "discard" or "discard-and-continue" or "assign" or "split" } => null,
        _ => "resolution is keep, discard, discard-and-continue, assign or split",
    };

    private protected override Command ToCommand() => new Command.Resolve(new GapId(Question), Resolution switch
    {
        "keep" => new Resolution.Keep(),
        "discard" => new Resolution.Discard(),
        "discard-and-continue" => new Resolution.DiscardAndContinue(),
        "split" => new Resolution.SplitAt(At!.Value), // Fault() has seen it.
        _ => new Resolution.AssignTo(
            new Details { Description = Description, Project = Project, Tags = Tags, Billable = Billable }),
    });
}
