using System.Data.Common;

namespace TimeTracker.Sqlite;

/// <summary>
/// The only exception that leaves this assembly for a failure outside the program. Misuse of the API is an
/// <see cref="InvalidOperationException"/> or <see cref="ArgumentException"/> instead.
/// </summary>
public sealed class DatabaseException : DbException
{
    /// <summary>Creates the exception without a SQLite code, for faults that SQLite does not see.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="message">One sentence for the log; it names the file, never its content.</param>
    /// <param name="innerException">The cause, if another exception was it.</param>
    public DatabaseException(DatabaseFault fault, string message, Exception? innerException = null)
        : this(fault, message, 0, innerException)
    {
    }

    internal DatabaseException(DatabaseFault fault, string message, int extendedCode, Exception? innerException = null)
        : base(message, innerException)
    {
        Fault = fault;
        ExtendedCode = extendedCode;
    }

    /// <summary>What went wrong.</summary>
    public DatabaseFault Fault { get; }

    /// <summary>SQLite's extended result code, such as 1034 for a failed fsync; 0 where SQLite was not asked.</summary>
    public int ExtendedCode { get; }

    /// <summary>SQLite's primary result code, such as 10 for any I/O error; 0 where SQLite was not asked.</summary>
    public int PrimaryCode => ExtendedCode & 0xFF;

    /// <summary>Whether the same call may succeed a moment later although nothing was mended.</summary>
    public override bool IsTransient => Connections.SqliteFault.IsRetryable(Fault);
}
