namespace TimeTracker.Sqlite.Connections;

/// <summary>What a connection is for.</summary>
internal enum ConnectionRole
{
    /// <summary>The one that may change the file.</summary>
    Writer,

    /// <summary>Reads beside the writer.</summary>
    Reader,

    /// <summary>Reads a file that nobody can write here, without a log and without locks.</summary>
    ImmutableReader,
}
