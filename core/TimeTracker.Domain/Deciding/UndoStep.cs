namespace TimeTracker.Domain;

/// <summary>A command to take back, with all that is needed to judge whether it can be.</summary>
/// <param name="Command">The command.</param>
/// <param name="Histories">One for each entity that it touched, in the order in which it first touched them.</param>
public sealed record UndoStep(CommandId Command, IReadOnlyList<EntityHistory> Histories);

/// <summary>All operations of one entity that count, in the order in which they are folded, and which are moot.</summary>
/// <param name="Operations">The operations; those before the command without the fields that they lost.</param>
/// <param name="Moot">Commands that were taken back, and those that took them back: they cancel each other.</param>
public sealed record EntityHistory(IReadOnlyList<Operation> Operations, IReadOnlySet<CommandId> Moot);
