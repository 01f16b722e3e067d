namespace TimeTracker.Core;

/// <summary>What can be wrong with a store. The numbers are shown and are only ever added to.</summary>
public enum StoreFault
{
    /// <summary>Something that nobody foresaw.</summary>
    Unexpected = 0,

    /// <summary>Another program held the store for longer than is waited.</summary>
    Busy = 1,

    /// <summary>The disk or the quota is full.</summary>
    Full = 2,

    /// <summary>The store can be read but not written.</summary>
    ReadOnly = 3,

    /// <summary>The disk or its driver reported an error.</summary>
    IoError = 4,

    /// <summary>The store contradicts itself.</summary>
    Corrupt = 5,

    /// <summary>The file is no database.</summary>
    NotADatabase = 6,

    /// <summary>The data folder or the file cannot be opened.</summary>
    CannotOpen = 7,

    /// <summary>A newer program has written the store.</summary>
    TooNew = 8,

    /// <summary>The file is another application's database.</summary>
    Foreign = 9,

    /// <summary>The file was deleted, moved or replaced while it was open.</summary>
    Moved = 10,

    /// <summary>SQLite here cannot promise what the store needs.</summary>
    Unsafe = 11,

    /// <summary>The store lies on a network file system.</summary>
    NetworkFileSystem = 12,
}
