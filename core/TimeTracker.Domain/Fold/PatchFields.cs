namespace TimeTracker.Domain;

/// <summary>
/// The fields that operations set, each merged by itself. The numbers are stored and are only ever added to.
/// </summary>
[Flags]
public enum PatchFields
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>An entry's description.</summary>
    Description = 1,

    /// <summary>An entry's project.</summary>
    Project = 2,

    /// <summary>An entry's tags, all of them.</summary>
    Tags = 4,

    /// <summary>Whether an entry is billable.</summary>
    Billable = 8,

    /// <summary>An entry's start and end, which are one field.</summary>
    Span = 16,

    /// <summary>What an entry goes on from.</summary>
    Continues = 32,

    /// <summary>Whether a break began at an entry's end.</summary>
    Paused = 64,

    /// <summary>Whether the entity is removed.</summary>
    Removed = 128,

    /// <summary>A project's name.</summary>
    Name = 256,

    /// <summary>The entry that a gap lies in.</summary>
    Entry = 512,

    /// <summary>Why a gap is doubtful.</summary>
    Kind = 1024,

    /// <summary>Where a gap lies.</summary>
    Range = 2048,

    /// <summary>What was decided of a gap.</summary>
    Answer = 4096,

    /// <summary>No field that is set: the end that an open entry was given because another device started one.</summary>
    RunsOn = 8192,
}
