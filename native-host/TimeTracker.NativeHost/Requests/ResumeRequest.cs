using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Ends the break and goes on; with the last entry where there is no break.</summary>
internal sealed record ResumeRequest : TimedRequest
{
    private protected override Command ToCommand() => new Command.Resume(When);
}
