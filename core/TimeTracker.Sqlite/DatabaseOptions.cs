namespace TimeTracker.Sqlite;

/// <summary>How a database is opened. The defaults are those of the product.</summary>
public sealed class DatabaseOptions
{
    /// <summary>The longest <see cref="BusyTimeout"/> that is accepted.</summary>
    public static readonly TimeSpan BusyTimeoutMax = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long to wait for a lock that another connection holds, before <see cref="DatabaseFault.Busy"/>: 10 s unless
    /// told otherwise, zero for not at all. Whole milliseconds.
    /// </summary>
    public TimeSpan BusyTimeout
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, BusyTimeoutMax);
            field = value;
        }
    } = TimeSpan.FromSeconds(10);

    /// <summary>The clock for the time of a migration and the name of a backup; it decides nothing.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The program and version that schema_version records for a migration.</summary>
    public string Program { get; init; } = "TimeTracker";

    internal int BusyTimeoutMilliseconds => (int)BusyTimeout.TotalMilliseconds;
}
