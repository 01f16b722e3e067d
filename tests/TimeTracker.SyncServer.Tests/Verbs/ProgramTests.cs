using System.Net;
using TimeTracker.Domain;
using TimeTracker.SyncServer.Storage;
using TimeTracker.SyncServer.Tests.Rig;
using TimeTracker.SyncServer.Users;
using TimeTracker.TestKit;

namespace TimeTracker.SyncServer.Tests.Verbs;

/// <summary>The program as its operator runs it.</summary>
public sealed class ProgramTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Writer _laptop = new(1);

    public void Dispose() => _folder.Dispose();

    [Theory, Stores]
    public void UsersAreAddedListedAndDeleted(StoreKind store)
    {
        var database = NewDatabase(store);
        Assert.Contains("was added", Done(database, "user", "add", "anna"), StringComparison.Ordinal);
        Assert.Contains("already", Failed(1, database, "user", "add", "anna"), StringComparison.Ordinal);
        Assert.Contains("one line", Failed(1, database, "user", "add", " "), StringComparison.Ordinal);
        Assert.Matches("^anna\t[-0-9a-f]{36}\t0 operations\t0 devices\\s*$", Done(database, "user", "list"));
        Assert.Matches("until [^ ]+Z: ([0-9A-Z]{4}-){3}[0-9A-Z]{4}\\s*$", Done(database, "code", "--user", "anna"));
        Assert.Contains("no user", Failed(1, database, "code", "--user", "ben"), StringComparison.Ordinal);
        Assert.Contains("--yes", Failed(1, database, "user", "delete", "anna"), StringComparison.Ordinal);
        Assert.Contains("was deleted", Done(database, "user", "delete", "anna", "--yes"), StringComparison.Ordinal);
        Assert.Contains("no user", Failed(1, database, "user", "delete", "anna", "--yes"), StringComparison.Ordinal);
        Assert.Empty(Done(database, "user", "list"));
    }

    [Fact]
    public void WhatItDoesNotKnow_IsSaid()
    {
        Assert.Contains("there is no verb", Failed(2, _folder["a.db"], "sevre"), StringComparison.Ordinal);
        Assert.Contains("backup --to FILE", Done(_folder["a.db"], "--help"), StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["a.db"]));
        File.WriteAllText(_folder["text"], "no database");
        Assert.Contains("text", Failed(1, _folder["text"], "user", "list"), StringComparison.Ordinal);
        Assert.NotEmpty(Failed(1, "Host=127.0.0.1;Port=1;Timeout=2;Username=a;Password=hush;Database=b", "user", "list"));
    }

    [Theory, Stores]
    public async Task TheFirstStart_PrintsACode_AndTheNextDoesNot(StoreKind store)
    {
        var database = NewDatabase(store);
        using (var first = await ServerProcess.Start(database, isFirst: true))
        {
            var token = await first.Enrol(first.Code!);
            Assert.Equal(HttpStatusCode.OK, (await first.Push(token, _laptop.PushNext(3))).Status);
            Assert.Equal(0, first.Stop());
        }

        using var second = await ServerProcess.Start(database);
        Assert.Contains("owner", Done(database, "user", "list"), StringComparison.Ordinal);
        Assert.Contains("3 operations\t1 devices", Done(database, "user", "list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStartWithUsersAndWithoutDevices_SaysHowToLetOneIn()
    {
        Done(_folder["a.db"], "user", "add", "anna");
        using var server = await ServerProcess.Start(_folder["a.db"], isFirst: true);
        Assert.Equal("anna", server.Code);
    }

    [Fact]
    public async Task AnAddressThatIsTaken_EndsTheStart()
    {
        using var first = await ServerProcess.Start(_folder["a.db"], isFirst: true);
        var second = ServerProcess.Run(_folder["b.db"], "serve", "--urls", first.Client.BaseAddress!.ToString());
        Assert.Equal(1, second.ExitCode);
        Assert.Contains("address already in use", second.Errors, StringComparison.Ordinal);
        Assert.Empty(second.Output);
    }

    [Fact]
    public async Task ABackupWhileItServes_IsRestoredByPuttingTheFileThere()
    {
        var database = _folder["a.db"];
        FeedCursor ahead;
        string token;
        using (var server = await ServerProcess.Start(database, isFirst: true))
        {
            token = await server.Enrol(server.Code!);
            Assert.Equal(HttpStatusCode.OK, (await server.Push(token, _laptop.PushNext(2))).Status);
            Assert.Contains("checked", Done(database, "backup", "--to", _folder["copy.db"]), StringComparison.Ordinal);
            Assert.Contains("there already", Failed(1, database, "backup", "--to", _folder["copy.db"]), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await server.Push(token, _laptop.PushNext(1))).Status);
            using var store = LogStores.Open(database, TimeProvider.System);
            var user = new Accounts(store, TimeProvider.System, _ => { }).All().Single().Id;
            ahead = ((ChangesOutcome.Page)new SyncLog(store, TimeProvider.System).Changes(user, FeedCursor.Start)).Response.Head;
            Assert.Equal(3, ahead.FeedNo);
        }

        File.Delete(database + "-wal");
        File.Delete(database + "-shm");
        File.Move(_folder["copy.db"], database, overwrite: true);
        using var restored = await ServerProcess.Start(database);
        Assert.Contains("2 operations", Done(database, "user", "list"), StringComparison.Ordinal);
        _laptop.Cursor = ahead;
        Assert.Equal(HttpStatusCode.Gone, (await restored.Push(token, _laptop.PushNext(1))).Status);
    }

    [RequiresFact(Requirement.PostgreSql)]
    public void ABackupOfPostgres_IsLeftToItsTools() =>
        Assert.Contains("pg_dump", Failed(1, Postgres.NewDatabase(), "backup", "--to", _folder["copy.db"]), StringComparison.Ordinal);

    private static string Done(string database, params string[] arguments)
    {
        var ended = ServerProcess.Run(database, arguments);
        Assert.True(ended.ExitCode == 0, ended.Errors);
        return ended.Output;
    }

    private static string Failed(int exitCode, string database, params string[] arguments)
    {
        var ended = ServerProcess.Run(database, arguments);
        Assert.Equal(exitCode, ended.ExitCode);
        Assert.Empty(ended.Output);
        Assert.DoesNotContain("   at ", ended.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", ended.Errors, StringComparison.Ordinal);
        return ended.Errors;
    }

    private string NewDatabase(StoreKind store) => store == StoreKind.Postgres ? Postgres.NewDatabase() : _folder["server.db"];
}
