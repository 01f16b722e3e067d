namespace TimeTracker.PowerShell.Tests;

/// <summary>A file of the repository that says what the code says, so that a change of the one is seen in review.</summary>
internal static class ReviewedFile
{
    /// <summary>Set it, run the tests, and review what they wrote before it is committed.</summary>
    private const string Update = "TIMETRACKER_UPDATE_REVIEWED_FILES";

    internal static void AssertSays(string path, string expected)
    {
        if (Environment.GetEnvironmentVariable(Update) is not null)
        {
            File.WriteAllText(path, expected);
        }

        Assert.True(File.ReadAllText(path) == expected, $"{path} says something else than the code: {Update}=1 writes it anew.");
    }
}
