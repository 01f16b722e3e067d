namespace TimeTracker.Domain;

/// <summary>The kinds of command. The numbers are stored and are only ever added to.</summary>
public enum CommandVerb
{
    /// <summary>See <see cref="Command.Start"/>.</summary>
    Start = 1,

    /// <summary>See <see cref="Command.Stop"/>.</summary>
    Stop = 2,

    /// <summary>See <see cref="Command.Switch"/>.</summary>
    Switch = 3,

    /// <summary>See <see cref="Command.Suspend"/>.</summary>
    Suspend = 4,

    /// <summary>See <see cref="Command.Resume"/>.</summary>
    Resume = 5,

    /// <summary>See <see cref="Command.Cancel"/>.</summary>
    Cancel = 6,

    /// <summary>See <see cref="Command.Continue"/>.</summary>
    Continue = 7,

    /// <summary>See <see cref="Command.Add"/>.</summary>
    Add = 8,

    /// <summary>See <see cref="Command.Edit"/>.</summary>
    Edit = 9,

    /// <summary>See <see cref="Command.Remove"/>.</summary>
    Remove = 10,

    /// <summary>See <see cref="Command.Undo"/>.</summary>
    Undo = 11,

    /// <summary>See <see cref="Command.Resolve"/>.</summary>
    Resolve = 12,

    /// <summary>See <see cref="Command.ReportAway"/>; it asks a question and is not undone: its answer is.</summary>
    ReportAway = 13,

    /// <summary>See <see cref="Command.Redo"/>.</summary>
    Redo = 20,

    /// <summary>See <see cref="Command.RenameProject"/>.</summary>
    RenameProject = 21,

    /// <summary>See <see cref="Command.SettleConflict"/>.</summary>
    SettleConflict = 22,

    /// <summary>See <see cref="Command.Repeat"/>.</summary>
    Repeat = 23,
}
