namespace TimeTracker.NativeHost.Messages;

/// <summary>What is done with a new gap of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Action">Ask, Keep or Discard.</param>
/// <param name="ThresholdMs">Shorter ones are kept.</param>
internal sealed record PolicyMessage(string Kind, string Action, long ThresholdMs);
