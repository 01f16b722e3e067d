namespace TimeTracker.Sqlite;

/// <summary>One step of a schema: SQL that is run once, in a transaction of its own.</summary>
public sealed record Migration
{
    /// <summary>Creates a step.</summary>
    /// <param name="version">The version that the schema has afterwards, from 1.</param>
    /// <param name="name">What it does, in a few words; it is recorded in the database.</param>
    /// <param name="sql">One or more statements, without BEGIN or COMMIT.</param>
    public Migration(int version, string name, string sql)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        Version = version;
        Name = name;
        Sql = sql;
    }

    /// <summary>The version that the schema has afterwards.</summary>
    public int Version { get; }

    /// <summary>What the step does.</summary>
    public string Name { get; }

    /// <summary>The statements of the step.</summary>
    public string Sql { get; }
}
