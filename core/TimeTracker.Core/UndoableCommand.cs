using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>The command that an undo would take back.</summary>
/// <param name="Id">The command.</param>
/// <param name="Verb">What it did.</param>
/// <param name="At">When, by the wall clock then.</param>
/// <param name="Descriptions">The entries that it changed, as they are described now.</param>
public sealed record UndoableCommand(CommandId Id, CommandVerb Verb, DateTimeOffset At, IReadOnlyList<string> Descriptions);
