using System.Text.Json.Serialization;
using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Says that the person was away inside an entry: that becomes a question.</summary>
internal sealed record AwayRequest : CommandRequest
{
    public required Guid Entry { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset From { get; init; }

    [JsonConverter(typeof(InstantConverter))]
    public required DateTimeOffset To { get; init; }

    private protected override Command ToCommand() => new Command.ReportAway(new EntryId(Entry), From, To);
}
