namespace TimeTracker.TestKit;

/// <summary>
/// A test makes its own database, unless one is laid under it: the mutation ledger does so, with one whose schema lacks
/// a part, to see whether the test notices.
/// </summary>
public static class LaidDatabase
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "TIMETRACKER_LAID_DATABASE";

    /// <summary>Copies the laid database, if there is one, to where a test is about to make its own.</summary>
    public static void Under(string path)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } laid)
        {
            File.Copy(laid, path);
        }
    }
}
