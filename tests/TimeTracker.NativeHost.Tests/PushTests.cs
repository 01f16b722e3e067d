using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.NativeHost.Tests;

public sealed class PushTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    [Trait("Fault", "57")]
    public void AChangeByAnotherProgram_IsPushed()
    {
        using var other = Tracker.Open(Options);
        using var host = new LivePipe(Options);
        host.Ask(Talk.Hello);
        other.Execute(new Command.Start(new Details { Description = "Elsewhere" }, When.Now.Value));
        var push = host.Read();
        Assert.Equal("snapshot", push.GetProperty("event").GetString());
        Assert.False(push.TryGetProperty("id", out _));
        Assert.Equal("Elsewhere", push.GetProperty("snapshot").GetProperty("entry").GetProperty("description").GetString());
    }

    [Fact]
    public void WhatAReplyHasTold_IsNotPushedAgain()
    {
        var time = new FakeTimeProvider();
        using var host = new LivePipe(new TrackerOptions { Folder = _home.Path, Time = time });
        host.Ask(Talk.Hello);
        host.Ask($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""");
        time.Advance(MessageLoop.LookPeriod);

        // It looks behind the reply to this one; a push would come before the reply to the next.
        host.Ask("""{"id":2,"verb":"policy"}""");
        Assert.Equal(3, host.Ask("""{"id":3,"verb":"policy"}""").GetProperty("id").GetInt64());
    }

    [Fact]
    [Trait("Fault", "13")]
    public void AReplacedStore_IsOpenedAnew()
    {
        using var host = new LivePipe(Options);
        host.Ask(Talk.Hello);
        host.Ask($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""");
        foreach (var file in Directory.EnumerateFiles(_home.Path, $"{DataFolder.DatabaseName}*"))
        {
            File.Delete(file);
        }

        var push = host.Read();
        Assert.Equal("idle", push.GetProperty("snapshot").GetProperty("state").GetString());
    }

    private TrackerOptions Options => new() { Folder = _home.Path, KeepsWatch = true };
}
