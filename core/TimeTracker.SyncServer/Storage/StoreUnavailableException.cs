namespace TimeTracker.SyncServer.Storage;

/// <summary>
/// The database did not do what was asked of it. Whether a transaction that was being committed took effect is not
/// known then: asking again is safe, because everything that is written carries an id of its own.
/// </summary>
public sealed class StoreUnavailableException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">One sentence for the log.</param>
    /// <param name="innerException">What the database said, if it said anything.</param>
    public StoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
