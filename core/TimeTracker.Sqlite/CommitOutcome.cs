namespace TimeTracker.Sqlite;

/// <summary>
/// What is known after <see cref="WriteTransaction.Commit"/>. A caller may report success for
/// <see cref="Committed"/> alone.
/// </summary>
public abstract record CommitOutcome
{
    private protected CommitOutcome()
    {
    }

    /// <summary>The changes are in the file that the path names, and were synced before this was returned.</summary>
    public sealed record Committed : CommitOutcome
    {
        internal static readonly Committed Instance = new();

        private Committed()
        {
        }
    }

    /// <summary>The changes were rolled back and cannot come back.</summary>
    /// <param name="Fault">Why.</param>
    /// <param name="Reason">One sentence for the log.</param>
    public sealed record NotCommitted(DatabaseFault Fault, string Reason) : CommitOutcome;

    /// <summary>
    /// Nobody can say yet. Both connections were dropped; the next BeginWrite or BeginRead opens the file anew, so the
    /// caller looks up what it wrote. Found: it is there, and durable. Not found: only a later successful commit proves
    /// that it stays away, because its frames may still lie in the write-ahead log when the process dies.
    /// </summary>
    /// <param name="Fault">Why; <see cref="DatabaseFault.Moved"/> if the commit went into a file that the path no
    /// longer names, which no retry mends.</param>
    /// <param name="Reason">One sentence for the log.</param>
    public sealed record Unknown(DatabaseFault Fault, string Reason) : CommitOutcome;
}
