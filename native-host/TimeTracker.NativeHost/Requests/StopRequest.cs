using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Stops the entry that the person saw running; where that one has ended, nothing is to do.</summary>
internal sealed record StopRequest : TimedRequest
{
    public required Guid Entry { get; init; }

    private protected override Command ToCommand() => new Command.Stop(When, new EntryId(Entry));
}
