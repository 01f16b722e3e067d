using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>What an undo or a redo would take back: all that one invocation did.</summary>
/// <param name="Latest">Its latest command.</param>
/// <param name="Id">Its first command, by which the step goes.</param>
/// <param name="Verb">What the latest did.</param>
/// <param name="At">When, by the wall clock then.</param>
/// <param name="Descriptions">The entries that it changed, as they are described now.</param>
public sealed record UndoableStep(
    CommandId Latest, CommandId Id, CommandVerb Verb, DateTimeOffset At, IReadOnlyList<string> Descriptions);
