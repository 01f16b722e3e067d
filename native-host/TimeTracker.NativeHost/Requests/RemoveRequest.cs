using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Removes an entry; undo brings it back.</summary>
internal sealed record RemoveRequest : CommandRequest
{
    public required Guid Entry { get; init; }

    private protected override Command ToCommand() => new Command.Remove(new EntryId(Entry));
}
