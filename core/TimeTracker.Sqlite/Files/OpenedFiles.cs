namespace TimeTracker.Sqlite.Files;

/// <summary>
/// The files that a connection has open, and whether their paths still name them. SQLite itself commits happily into
/// files that were deleted or replaced under it. The log and its index count too: an unlinked -wal takes the commits
/// with it, and a second -shm lets two processes lock past each other.
/// </summary>
internal sealed class OpenedFiles
{
    private readonly byte[][] _paths;
    private readonly FileIdentity[] _identities;

    /// <summary>Call it once SQLite has opened all of them, which is after the first read.</summary>
    public OpenedFiles(string path, bool withLog)
    {
        string[] paths = withLog ? [path, path + "-wal", path + "-shm"] : [path];
        _paths = Array.ConvertAll(paths, FileIdentity.NativePath);
        _identities = Array.ConvertAll(_paths, FileIdentity.Of);
    }

    /// <summary>The database file itself.</summary>
    public FileIdentity Main => _identities[0];

    /// <summary>Whether every path names what it named; a look that fails now but did not then is a no.</summary>
    public bool AreStillNamed()
    {
        for (var index = 0; index < _paths.Length; index++)
        {
            var opened = _identities[index];
            if (opened.State != FileIdentityState.Unknown && FileIdentity.Of(_paths[index]) != opened)
            {
                return false;
            }
        }

        return true;
    }
}
