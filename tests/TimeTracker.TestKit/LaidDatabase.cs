namespace TimeTracker.TestKit;

/// <summary>
/// A test makes its own database, unless one is laid under it: the mutation ledger does so, with one whose schema lacks
/// a part, to see whether the test notices.
/// </summary>
public static class LaidDatabase
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "TIMETRACKER_LAID_DATABASE";

    /// <summary>The environment variable that names a file with a schema's text, of PostgreSQL.</summary>
    public const string SchemaVariable = "TIMETRACKER_LAID_SCHEMA";

    /// <summary>The laid schema's text, for a test that makes one from a text; null where there is none.</summary>
    public static string? Schema =>
        Environment.GetEnvironmentVariable(SchemaVariable) is { Length: > 0 } laid ? File.ReadAllText(laid) : null;

    /// <summary>Copies the laid database to where a test is about to make its own; false where there is none.</summary>
    public static bool Under(string path)
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } laid)
        {
            return false;
        }

        File.Copy(laid, path);
        return true;
    }
}
