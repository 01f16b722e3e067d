using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>One change that the ledger holds: who made it, when, and what it changed.</summary>
public sealed record HistoryItem
{
    /// <summary>The wall clock of the device that made it, when it was made.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The writing identity that made it; null where it is not known here.</summary>
    public DeviceId? Device { get; init; }

    /// <summary>Whether this store made it under the identity that it has now.</summary>
    public bool IsThisDevice { get; init; }

    /// <summary>The command that it belongs to.</summary>
    public required CommandId Command { get; init; }

    /// <summary>The step of undo that the command belongs to; the command itself where it is a step alone.</summary>
    public required CommandId Step { get; init; }

    /// <summary>What the command was; null of a command of another device.</summary>
    public CommandVerb? Verb { get; init; }

    /// <summary>Whether the command was taken back since.</summary>
    public bool Undone { get; init; }

    /// <summary>The entry before and after; null where a project changed.</summary>
    public EntryChange? Entry { get; init; }

    /// <summary>The project before and after; null where an entry changed.</summary>
    public (Project? Before, Project After)? Project { get; init; }
}
