namespace TimeTracker.Domain;

/// <summary>
/// What a person asks for, unchecked: everything in it may be wrong, and <see cref="Decider"/> says so. Commands on the
/// timer may carry the entry that the person saw running, so that a late repeat cannot reach a newer one.
/// </summary>
public abstract record Command
{
    private Command()
    {
    }

    /// <summary>What becomes of other entries where a given instant would overlap them; refused unless told otherwise.</summary>
    public Adjustment Adjust { get; init; }

    /// <summary>Starts an entry; refused while another runs.</summary>
    public sealed record Start(Details Details, When When) : Command;

    /// <summary>Stops what runs; while paused, ends the pause.</summary>
    public sealed record Stop(When When, EntryId? Expected = null) : Command;

    /// <summary>Stops what runs and starts another entry at the same instant; starts it where nothing runs.</summary>
    public sealed record Switch(Details Details, When When, EntryId? Expected = null) : Command;

    /// <summary>Stops what runs and begins a recorded break.</summary>
    public sealed record Suspend(When When, EntryId? Expected = null) : Command;

    /// <summary>Goes on with the suspended entry, or, where none is meant and none suspended, with the last one.</summary>
    public sealed record Resume(When When, EntryId? Expected = null) : Command;

    /// <summary>Discards what runs.</summary>
    public sealed record Cancel(EntryId? Expected = null) : Command;

    /// <summary>Starts an entry like an earlier one (null: the last one), linked to it; refused while another runs.</summary>
    public sealed record Continue(EntryId? Entry, When When) : Command;

    /// <summary>Adds an entry that has ended.</summary>
    public sealed record Add(Details Details, DateTimeOffset From, DateTimeOffset To) : Command;

    /// <summary>Changes an entry, the running one too; an end given to the running one stops it there.</summary>
    public sealed record Edit(EntryId Entry, Details Details, DateTimeOffset? From = null, DateTimeOffset? To = null)
        : Command;

    /// <summary>Removes an entry; it stays in the store and can be brought back.</summary>
    public sealed record Remove(EntryId Entry) : Command;

    /// <summary>Takes back this store's latest command that has not been taken back yet; refused where another one is
    /// meant. A command that was chosen is taken back whatever came after it, unless that touched the same.</summary>
    public sealed record Undo(CommandId? Expected = null, bool Chosen = false) : Command;

    /// <summary>Answers the question that a gap asks.</summary>
    public sealed record Resolve(GapId Gap, Resolution Resolution) : Command;

    /// <summary>Says that the person was away for [From, To) inside an entry: a front that can see it asks a question.</summary>
    public sealed record ReportAway(EntryId Entry, DateTimeOffset From, DateTimeOffset To) : Command;

    /// <summary>Takes back this store's latest undo, where no ordinary command followed it.</summary>
    public sealed record Redo : Command;

    /// <summary>Renames a project; to another project's name only where <paramref name="Merge"/> makes one of both.</summary>
    public sealed record RenameProject(string Name, string NewName, bool Merge = false) : Command;

    /// <summary>Chooses between two values of one field that were set apart from each other: the one that is shown, or
    /// the other.</summary>
    public sealed record SettleConflict(Conflict Conflict, bool KeepLoser) : Command;

    /// <summary>Says once more what an operation said that the server refused.</summary>
    public sealed record Repeat(OperationId Operation) : Command;

    /// <summary>The command's name, as the store keeps it.</summary>
    public CommandVerb Verb => this switch
    {
        Start => CommandVerb.Start,
        Stop => CommandVerb.Stop,
        Switch => CommandVerb.Switch,
        Suspend => CommandVerb.Suspend,
        Resume => CommandVerb.Resume,
        Cancel => CommandVerb.Cancel,
        Continue => CommandVerb.Continue,
        Add => CommandVerb.Add,
        Edit => CommandVerb.Edit,
        Remove => CommandVerb.Remove,
        Undo => CommandVerb.Undo,
        Resolve => CommandVerb.Resolve,
        ReportAway => CommandVerb.ReportAway,

        Redo => CommandVerb.Redo,
        RenameProject => CommandVerb.RenameProject,
        SettleConflict => CommandVerb.SettleConflict,
        Repeat => CommandVerb.Repeat,
        _ => throw new InvalidOperationException($"{GetType()} is no command"),
    };
}
