using TimeTracker.TestKit;

namespace TimeTracker.Sqlite.Tests.Actors;

/// <summary>
/// This assembly as another process: <c>dotnet TimeTracker.Sqlite.Tests.dll VERB PATH</c>. It prints one word a step,
/// and the fault where one is thrown.
/// </summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        try
        {
            Act(arguments[0], arguments[1]);
            return 0;
        }
        catch (DatabaseException exception)
        {
            Console.WriteLine(exception.Fault);
            Console.Error.WriteLine(exception);
            return 1;
        }
    }

    /// <summary>The command line of an actor; a prefix such as strace goes before it.</summary>
    public static string[] CommandLine(string verb, string path) =>
        ["dotnet", typeof(Program).Assembly.Location, verb, path];

    public static ChildProcess Run(string[] prefix, string verb, string path)
    {
        string[] line = [.. prefix, .. CommandLine(verb, path)];
        return ChildProcess.Run(line[0], line[1..]);
    }

    private static void Act(string verb, string path)
    {
        using var database = Notes.Open(path, verb == "migrate" ? Notes.Newer : Notes.Schema);
        switch (verb)
        {
            case "open":
            case "migrate":
                Console.WriteLine("Opened");
                break;

            case "read":
                Console.WriteLine(Notes.Count(database));
                break;

            case "add":
                Console.WriteLine(Notes.Add(database, "actor").GetType().Name);
                break;

            case "add-50":
                for (var index = 0; index < 50; index++)
                {
                    Console.WriteLine(Notes.Add(database, "actor").GetType().Name);
                }

                break;

            // Commits twice, so that a fault injected into the second leaves the first as it was.
            case "add-look":
                Notes.Add(database, "first");
                var outcome = Notes.Add(database, "second");
                Console.WriteLine(outcome);
                Console.WriteLine(Notes.Count(database));
                Console.WriteLine(Notes.Add(database, "third").GetType().Name);
                break;

            case "add-die":
                Console.WriteLine(Notes.Add(database, "first").GetType().Name);
                Console.WriteLine(Notes.Add(database, "second").GetType().Name);
                System.Diagnostics.Process.GetCurrentProcess().Kill();
                break;

            case "hold":
                using (var transaction = database.BeginWrite())
                {
                    Notes.AddTo(transaction, "held");
                    Console.WriteLine("Holding");
                    Console.In.ReadLine();
                    Console.WriteLine(transaction.Commit().GetType().Name);
                }

                break;

            default:
                throw new ArgumentOutOfRangeException(nameof(verb), verb, "No such verb.");
        }
    }
}
