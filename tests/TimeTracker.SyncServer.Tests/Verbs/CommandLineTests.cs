using TimeTracker.SyncServer.Verbs;

namespace TimeTracker.SyncServer.Tests.Verbs;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "Serve { Arguments =  }", null)]
    [InlineData("serve", "Serve { Arguments =  }", null)]
    [InlineData("--urls http://127.0.0.1:1 --Sync:KnownProxies=::1", "Serve { Arguments = --urls,http://127.0.0.1:1,--Sync:KnownProxies=::1 }", null)]
    [InlineData("--database a.db", "Serve { Arguments =  }", "a.db")]
    [InlineData("user add anna --database a.db", "AddUser { Name = anna }", "a.db")]
    [InlineData("--database a.db user list", "ListUsers { }", "a.db")]
    [InlineData("user delete anna", "DeleteUser { Name = anna, IsConfirmed = False }", null)]
    [InlineData("user delete anna --yes", "DeleteUser { Name = anna, IsConfirmed = True }", null)]
    [InlineData("code --user anna", "MakeCode { Name = anna }", null)]
    [InlineData("backup --to b.db", "BackUp { Path = b.db }", null)]
    [InlineData("--help", "Help { }", null)]
    [InlineData("code", "Unknown { Reason = --user and its value are missing }", null)]
    [InlineData("backup --to", "Unknown { Reason = --to and its value are missing }", null)]
    [InlineData("serve --database", "Unknown { Reason = --database and its value are missing }", null)]
    [InlineData("--urls", "Unknown { Reason = --urls and its value are missing }", null)]
    [InlineData("sevre", "Unknown { Reason = there is no verb 'sevre' }", null)]
    [InlineData("serve now", "Unknown { Reason = 'now' belongs to no option }", null)]
    [InlineData("user rename a b", "Unknown { Reason = user is followed by add NAME, list, or delete NAME --yes }", null)]
    public void ALine_AsksForThis(string line, string verb, string? database)
    {
        var parsed = CommandLine.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(verb, parsed.Verb is Verb.Serve serve ? $"Serve {{ Arguments = {string.Join(',', serve.Arguments)} }}" : parsed.Verb.ToString());
        Assert.Equal(database, parsed.Database);
    }
}
