using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Starts an entry like an earlier one, linked to it; refused while another runs.</summary>
internal sealed record ContinueRequest : TimedRequest
{
    public required Guid Entry { get; init; }

    private protected override Command ToCommand() => new Command.Continue(new EntryId(Entry), When);
}
