using System.Globalization;
using Serilog;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Verbs;

/// <summary>Serves until it is told to stop.</summary>
internal static class ServeVerb
{
    internal static async Task<ExitCode> Run(string database, ILogStore store, IReadOnlyList<string> arguments, Printer printer)
    {
        // The database is waited for on the thread that asks it: without these, a slow one would stop the fast answers too.
        ThreadPool.SetMinThreads(2 * ServerOptions.RequestsAtOnceMax, ServerOptions.RequestsAtOnceMax);

        // Standard output is the operator's: the code stands there, and no log does.
        using var log = new LoggerConfiguration()
            .MinimumLevel.Override("Microsoft", Serilog.Events.LogEventLevel.Warning)
            .WriteTo.Console(
                formatProvider: CultureInfo.InvariantCulture, standardErrorFromLevel: Serilog.Events.LogEventLevel.Verbose)
            .CreateLogger();
        var app = Server.Build([.. arguments], store, Edge.Clock, Edge.Chance, log);
        await using (app.ConfigureAwait(false))
        {
            var accounts = new Accounts(store, Edge.Clock, Edge.Chance);
            var first = accounts.MakeFirst();
            await app.StartAsync().ConfigureAwait(false);
            printer.Say($"Serving on {string.Join(", ", app.Urls)}, database {DatabaseChoice.Show(database)}");
            if (first is not null)
            {
                printer.Show(first, Accounts.FirstName);
            }
            else if (accounts.All().All(user => user.Devices == 0))
            {
                printer.Say($"No device is enrolled. Make a code with: code --user {accounts.All()[0].Name}");
            }

            await app.WaitForShutdownAsync().ConfigureAwait(false);
            return ExitCode.Done;
        }
    }
}
