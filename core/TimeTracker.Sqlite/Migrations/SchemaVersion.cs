namespace TimeTracker.Sqlite.Migrations;

/// <summary>The table that says which migrations a database has seen.</summary>
internal static class SchemaVersion
{
    public const string Create = """
        CREATE TABLE schema_version(
            version INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            applied_utc INTEGER NOT NULL,
            program TEXT NOT NULL
        ) STRICT
        """;

    public const string CountTables = "SELECT count(*) FROM sqlite_schema WHERE name = 'schema_version'";

    public const string Query = "SELECT max(version) FROM schema_version";

    public const string Insert = """
        INSERT INTO schema_version(version, name, applied_utc, program) VALUES($version, $name, $applied_utc, $program)
        """;
}
