namespace TimeTracker.Domain;

/// <summary>
/// What <see cref="Decider"/> may ask about the ledger's state. All answers are of one snapshot, and each is asked for
/// only by the commands that need it.
/// </summary>
public interface IState
{
    /// <summary>What the timer does.</summary>
    TimerState Timer { get; }

    /// <summary>When the store was last known to be in use; null where it never was.</summary>
    Checkpoint? Checkpoint { get; }

    /// <summary>The live entry that starts latest, of several the one made last; null where there is none.</summary>
    Entry? LastEntry { get; }

    /// <summary>This store's latest command that is not itself an undo and has not been taken back.</summary>
    UndoStep? LatestUndoable { get; }

    /// <summary>That command of this store, where it is not itself an undo and has not been taken back.</summary>
    UndoStep? FindUndoable(CommandId id);

    /// <summary>This store's latest undo, where neither was it taken back nor did an ordinary command follow it.</summary>
    UndoStep? LatestRedoable { get; }

    /// <summary>The entry of that id, removed or not.</summary>
    Entry? FindEntry(EntryId id);

    /// <summary>The project that goes by this name now; else the one that began under it.</summary>
    Project? FindProject(ProjectName name);

    /// <summary>The gap of that id, answered or not.</summary>
    Gap? FindGap(GapId id);

    /// <summary>All gaps of an entry, answered or not, by where they begin.</summary>
    IReadOnlyList<Gap> GapsOf(EntryId entry);

    /// <summary>A person's rules for gaps.</summary>
    GapPolicy Policy { get; }

    /// <summary>All projects that count and go by this name now; several where they were merged.</summary>
    IReadOnlyList<Project> FindProjects(ProjectName name);

    /// <summary>All live entries, other than <paramref name="except"/>, that share time with [from, to), by start; none
    /// where that is no time at all.</summary>
    IReadOnlyList<Entry> FindOverlaps(Instant from, Instant to, EntryId? except);

    /// <summary>A live entry, other than <paramref name="except"/>, that shares time with [from, to).</summary>
    Entry? FindOverlap(Instant from, Instant to, EntryId? except);

    /// <summary>What an operation says; null where there is none of this id.</summary>
    OperationBody? FindOperation(OperationId id);

    /// <summary>Whether the conflict waits for a choice.</summary>
    bool HasConflict(Conflict conflict);
}
