using System.Globalization;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Users;

namespace TimeTracker.SyncServer.Verbs;

/// <summary>The verbs about users, each a call and what it prints.</summary>
internal static class UserVerbs
{
    internal static ExitCode Add(Accounts accounts, string name, Printer printer) =>
        !WireText.IsName(name) ? printer.Refuse($"A name is one line of 1 to {WireLimits.NameCharactersMax} characters.")
        : accounts.Add(name) is null ? printer.Refuse($"There is a user {name} already.")
        : printer.Say($"User {name} was added. Let a device in with: code --user {name}");

    internal static ExitCode List(Accounts accounts, Printer printer)
    {
        foreach (var user in accounts.All())
        {
            printer.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"{user.Name}\t{user.Id}\t{user.Operations} operations\t{user.Devices} devices"));
        }

        return ExitCode.Done;
    }

    internal static ExitCode Delete(Accounts accounts, string name, bool isConfirmed, Printer printer) =>
        !isConfirmed ? printer.Refuse($"This deletes {name}'s whole log; only a backup brings it back. Add --yes to do it.")
        : accounts.Delete(name) ? printer.Say($"User {name} was deleted, with devices and log.")
        : printer.Refuse($"There is no user {name}.");

    internal static ExitCode MakeCode(Accounts accounts, string name, Printer printer) =>
        accounts.MakeCode(name) is { } code ? printer.Show(code, name) : printer.Refuse($"There is no user {name}.");
}
