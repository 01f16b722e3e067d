namespace TimeTracker.NativeHost.Messages;

/// <summary>All that a popup and a badge show at once, at one reading.</summary>
internal sealed record SnapshotMessage
{
    /// <summary>Counts this host's snapshots: of two, the one with the larger number is the later.</summary>
    public required long Sequence { get; init; }

    /// <summary>Counts the changes of the store that this host has seen: two snapshots with one number lie between the
    /// same two changes.</summary>
    public required long Change { get; init; }

    /// <summary>The wall clock at the reading; what runs is counted on from durations, never from this.</summary>
    public required DateTimeOffset Taken { get; init; }

    /// <summary>idle, running or paused.</summary>
    public required string State { get; init; }

    /// <summary>The entry that runs or is paused; null while idle.</summary>
    public EntryMessage? Entry { get; init; }

    public required TodayMessage Today { get; init; }

    /// <summary>How many questions wait for an answer.</summary>
    public required int Questions { get; init; }

    /// <summary>What undo would take back; null for nothing.</summary>
    public UndoMessage? Undo { get; init; }

    /// <summary>What was worked on lately, each thing once, to go on with.</summary>
    public required IReadOnlyList<EntryMessage> Recent { get; init; }

    public required SyncMessage Sync { get; init; }
}
