namespace TimeTracker.Sqlite;

/// <summary>
/// What went wrong with a database file. The numbers are part of logs and reports: new ones are appended, none changes.
/// </summary>
public enum DatabaseFault
{
    /// <summary>A code that this program does not expect, such as an error in its own SQL.</summary>
    Unexpected = 0,

    /// <summary>Another connection held the lock for the whole of <see cref="DatabaseOptions.BusyTimeout"/>.</summary>
    Busy = 1,

    /// <summary>The disk, or the user's quota on it, is full.</summary>
    Full = 2,

    /// <summary>The file, its folder or its file system can be read but not written.</summary>
    ReadOnly = 3,

    /// <summary>The operating system reported an error while reading, writing or syncing.</summary>
    IoError = 4,

    /// <summary>
    /// The file is a database whose content contradicts itself, or a page of it could not be read: SQLite reports an
    /// EIO of a page as corruption too, so read the whole file before repairing anything.
    /// </summary>
    Corrupt = 5,

    /// <summary>The file is no SQLite database at all: empty, filled with zeros, or something else.</summary>
    NotADatabase = 6,

    /// <summary>The path cannot be opened: it is a folder, its folder is a file, or access is denied.</summary>
    CannotOpen = 7,

    /// <summary>A newer program has changed the schema; this one must not write.</summary>
    SchemaTooNew = 8,

    /// <summary>A sound SQLite database that belongs to another application.</summary>
    ForeignDatabase = 9,

    /// <summary>The path no longer names the file that was opened: it was deleted, renamed or replaced.</summary>
    Moved = 10,

    /// <summary>A connection setting did not hold when it was read back, or SQLite is too old.</summary>
    SettingRefused = 11,

    /// <summary>The file lies on a network file system, where the shared memory of WAL does not work.</summary>
    NetworkFileSystem = 12,

    /// <summary>A row broke a constraint of the schema; the statement had no effect.</summary>
    ConstraintViolated = 13,
}
