using TimeTracker.SyncServer;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;
using TimeTracker.SyncServer.Verbs;

var printer = new Printer(Console.Out, Console.Error);
var (named, verb) = CommandLine.Parse(args);
try
{
    return (int)(verb switch
    {
        Verb.Help => printer.Say(CommandLine.HelpText),
        Verb.Unknown(var reason) => printer.Refuse($"{reason}\n\n{CommandLine.HelpText}", ExitCode.Usage),
        _ => await WithStore(DatabaseChoice.Choose(named)).ConfigureAwait(false),
    });
}
catch (Exception failed) when (
    failed is StoreUnavailableException or IOException or ArgumentException or InvalidOperationException)
{
    // A database that cannot be opened, an address that is taken, a setting that says nothing.
    return (int)printer.Refuse((failed.InnerException ?? failed).Message);
}

async Task<ExitCode> WithStore(string database)
{
    using var store = LogStores.Open(database, Edge.Clock);
    var accounts = new Accounts(store, Edge.Clock, Edge.Chance);
    return verb switch
    {
        Verb.Serve(var arguments) => await ServeVerb.Run(database, store, arguments, printer).ConfigureAwait(false),
        Verb.AddUser(var name) => UserVerbs.Add(accounts, name, printer),
        Verb.ListUsers => UserVerbs.List(accounts, printer),
        Verb.DeleteUser(var name, var isConfirmed) => UserVerbs.Delete(accounts, name, isConfirmed, printer),
        Verb.MakeCode(var name) => UserVerbs.MakeCode(accounts, name, printer),
        Verb.BackUp(var path) when store is SqliteLogStore embedded => BackUp(embedded, path),
        Verb.BackUp => printer.Refuse("This copies the embedded store; back PostgreSQL up by its own tools (pg_dump)."),
        _ => throw new InvalidOperationException($"{verb.GetType()} needs no store"),
    };
}

ExitCode BackUp(SqliteLogStore store, string path)
{
    store.BackUp(path);
    return printer.Say($"Copied to {Path.GetFullPath(path)}, checked and synced.");
}
