using TimeTracker.SyncServer.Storage;

namespace TimeTracker.SyncServer.Verbs;

/// <summary>Which database the program opens.</summary>
internal static class DatabaseChoice
{
    internal const string Variable = "TIMETRACKER_SERVER_DATABASE";

    /// <summary>The one on the command line, else the environment's, else a file among the platform's data.</summary>
    internal static string Choose(string? onCommandLine)
    {
        if (onCommandLine is not null)
        {
            return onCommandLine;
        }

        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return named;
        }

        var root = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length > 0
            ? Path.Combine(root, "timetracker-server", "server.db")
            : throw new StoreUnavailableException($"There is no home folder: name a file by --database or {Variable}.");
    }

    /// <summary>How the database is shown: a file by its path, PostgreSQL without the string that may hold a password.</summary>
    internal static string Show(string database) => LogStores.IsPostgres(database) ? "PostgreSQL" : Path.GetFullPath(database);
}
