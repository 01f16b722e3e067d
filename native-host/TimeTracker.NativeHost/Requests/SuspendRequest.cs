using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Stops the entry that the person saw running and begins a recorded break.</summary>
internal sealed record SuspendRequest : TimedRequest
{
    public required Guid Entry { get; init; }

    private protected override Command ToCommand() => new Command.Suspend(When, new EntryId(Entry));
}
