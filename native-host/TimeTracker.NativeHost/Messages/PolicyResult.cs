namespace TimeTracker.NativeHost.Messages;

/// <summary>The rule for each kind of gap.</summary>
internal sealed record PolicyResult(IReadOnlyList<PolicyMessage> Rules) : Result;
