namespace TimeTracker.SyncServer.Verbs;

/// <summary>Reads a command line. Pure.</summary>
/// <param name="Database">The database it names; null where it names none.</param>
/// <param name="Verb">What it asks for.</param>
internal sealed record CommandLine(string? Database, Verb Verb)
{
    internal const string HelpText = """
        TimeTracker.SyncServer [serve] [--urls URL] [--SECTION:KEY VALUE ...]   serve, on 127.0.0.1 unless told otherwise
        TimeTracker.SyncServer user add NAME
        TimeTracker.SyncServer user list
        TimeTracker.SyncServer user delete NAME --yes                           with all that is theirs
        TimeTracker.SyncServer code --user NAME                                 a one-time code that lets a device in
        TimeTracker.SyncServer backup --to FILE                                 of the embedded store, also while it serves

        All take --database FILE or --database "Host=...;Username=...;Database=..." (PostgreSQL); the environment variable
        TIMETRACKER_SERVER_DATABASE says the same, and hides a password from other users of the machine.
        """;

    private const string DatabaseOption = "--database";

    internal static CommandLine Parse(IReadOnlyList<string> arguments)
    {
        var rest = arguments.ToList();
        if (TakeValue(rest, DatabaseOption) is not { } database)
        {
            return new(null, rest.Contains(DatabaseOption) ? Missing(DatabaseOption) : ParseVerb(rest));
        }

        return new(database, ParseVerb(rest));
    }

    private static Verb ParseVerb(List<string> arguments) => arguments switch
    {
        [] => new Verb.Serve([]),
        ["help" or "--help" or "-h", ..] => new Verb.Help(),
        ["serve", .. var rest] => ParseServe(rest),
        ["user", "add", var name] => new Verb.AddUser(name),
        ["user", "list"] => new Verb.ListUsers(),
        ["user", "delete", var name] => new Verb.DeleteUser(name, IsConfirmed: false),
        ["user", "delete", var name, "--yes"] => new Verb.DeleteUser(name, IsConfirmed: true),
        ["user", ..] => new Verb.Unknown("user is followed by add NAME, list, or delete NAME --yes"),
        ["code", "--user", var name] => new Verb.MakeCode(name),
        ["code", ..] => Missing("--user"),
        ["backup", "--to", var path] => new Verb.BackUp(path),
        ["backup", ..] => Missing("--to"),
        [['-', ..], ..] => ParseServe(arguments),
        _ => new Verb.Unknown($"there is no verb '{arguments[0]}'"),
    };

    // The configuration would ignore a word that stands alone, and a mistyped verb with it.
    private static Verb ParseServe(List<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            if (!arguments[index].StartsWith("--", StringComparison.Ordinal))
            {
                return new Verb.Unknown($"'{arguments[index]}' belongs to no option");
            }

            if (!arguments[index].Contains('=', StringComparison.Ordinal) && ++index == arguments.Count)
            {
                return Missing(arguments[^1]);
            }
        }

        return new Verb.Serve(arguments);
    }

    private static Verb.Unknown Missing(string option) => new($"{option} and its value are missing");

    private static string? TakeValue(List<string> arguments, string option)
    {
        var at = arguments.IndexOf(option);
        if (at < 0 || at + 1 >= arguments.Count)
        {
            return null;
        }

        var value = arguments[at + 1];
        arguments.RemoveRange(at, 2);
        return value;
    }
}
