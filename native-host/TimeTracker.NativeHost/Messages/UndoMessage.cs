namespace TimeTracker.NativeHost.Messages;

/// <summary>What undo would take back.</summary>
/// <param name="Command">Its id.</param>
/// <param name="Verb">What it did, such as Stop.</param>
/// <param name="At">When.</param>
/// <param name="Descriptions">Some of the entries that it changed.</param>
internal sealed record UndoMessage(Guid Command, string Verb, DateTimeOffset At, IReadOnlyList<string> Descriptions);
