using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace TimeTracker.Sqlite.Connections;

/// <summary>The one place that knows what SQLite's result codes mean for us, and what may be tried again.</summary>
internal static class SqliteFault
{
    private const int ReadOnlyDatabaseMoved = 1032;

    public static DatabaseFault Of(int extendedCode) => extendedCode == ReadOnlyDatabaseMoved
        ? DatabaseFault.Moved
        : (extendedCode & 0xFF) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => DatabaseFault.Busy,
            raw.SQLITE_FULL => DatabaseFault.Full,
            raw.SQLITE_READONLY => DatabaseFault.ReadOnly,
            raw.SQLITE_IOERR => DatabaseFault.IoError,
            raw.SQLITE_CORRUPT => DatabaseFault.Corrupt,
            raw.SQLITE_NOTADB => DatabaseFault.NotADatabase,
            raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH => DatabaseFault.CannotOpen,
            raw.SQLITE_CONSTRAINT => DatabaseFault.ConstraintViolated,
            _ => DatabaseFault.Unexpected,
        };

    /// <summary>Only a lock goes away by itself; everything else needs someone to mend something first.</summary>
    public static bool IsRetryable(DatabaseFault fault) => fault is DatabaseFault.Busy;

    /// <summary>Whether the connection can be trusted after the fault, or must be opened anew.</summary>
    public static bool LeavesConnectionUsable(DatabaseFault fault) =>
        fault is DatabaseFault.Busy or DatabaseFault.Full or DatabaseFault.ReadOnly or DatabaseFault.ConstraintViolated;

    /// <summary>
    /// Whether a COMMIT that failed so is rolled back for certain. BUSY and a deferred constraint come before anything
    /// is written. FULL comes from writing a frame: the log then lacks the commit frame, which is written last, so
    /// that no recovery can find it. An I/O error says nothing: after a failed fsync the commit frame may stand in the
    /// log, and recovery then brings the transaction back.
    /// </summary>
    public static bool ProvesRollback(DatabaseFault fault) => LeavesConnectionUsable(fault);

    public static DatabaseException Wrap(SqliteException exception, string path) => new(
        Of(exception.SqliteExtendedErrorCode),
        $"{path}: {exception.Message}",
        exception.SqliteExtendedErrorCode,
        exception);

    public static DatabaseException Exception(int extendedCode, string doing, string path, sqlite3 handle) => new(
        Of(extendedCode),
        $"{path}: {doing} failed with {extendedCode} ({raw.sqlite3_errmsg(handle).utf8_to_string()}).",
        extendedCode);
}
