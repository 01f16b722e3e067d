using SQLitePCL;

namespace TimeTracker.Sqlite.Connections;

/// <summary>
/// A statement without parameters that is compiled once a connection. BEGIN, COMMIT and ROLLBACK go this way and not
/// through SqliteTransaction, which compiles them each time, waits for locks in sleeps of 150 ms, and throws where
/// the result code and the autocommit state are needed to tell a rollback from an unknown outcome.
/// </summary>
internal sealed class NativeStatement : IDisposable
{
    private readonly sqlite3 _handle;
    private readonly sqlite3_stmt _statement;

    public NativeStatement(sqlite3 handle, string sql, string path)
    {
        _handle = handle;
        if (raw.sqlite3_prepare_v2(handle, sql, out _statement) != raw.SQLITE_OK)
        {
            throw SqliteFault.Exception(raw.sqlite3_extended_errcode(handle), sql, path, handle);
        }
    }

    /// <summary>Runs the statement to its end; 0 or the extended result code.</summary>
    public int Run()
    {
        var code = raw.sqlite3_step(_statement);
        return Finish(code);
    }

    /// <summary>Reads the integer in the first column of the first row; 0 or the extended result code.</summary>
    public int Read(out long value)
    {
        value = 0;
        var code = raw.sqlite3_step(_statement);
        if (code == raw.SQLITE_ROW)
        {
            value = raw.sqlite3_column_int64(_statement, 0);
        }

        return Finish(code);
    }

    public void Dispose() => _statement.Dispose();

    private int Finish(int code)
    {
        var isGood = code is raw.SQLITE_ROW or raw.SQLITE_DONE;
        var extended = isGood ? raw.SQLITE_OK : raw.sqlite3_extended_errcode(_handle);
        _ = raw.sqlite3_reset(_statement);
        return extended;
    }
}
