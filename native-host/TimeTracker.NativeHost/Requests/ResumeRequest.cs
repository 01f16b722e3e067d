using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>
/// Ends the break and goes on; with the last entry where there is no break. Where the paused entry that the person saw is
/// given and is paused no more, nothing is to do.
/// </summary>
internal sealed record ResumeRequest : TimedRequest
{
    public Guid? Entry { get; init; }

    private protected override Command ToCommand() =>
        new Command.Resume(When, Entry is { } entry ? new EntryId(entry) : null);
}
