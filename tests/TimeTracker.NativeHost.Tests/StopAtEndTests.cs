using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Tests;

/// <summary>A connection's end stops what runs where the extension has asked for that, and only there.</summary>
public sealed class StopAtEndTests : IDisposable
{
    private readonly Talk _talk = new();
    private readonly string _stop = Minted.New();

    public void Dispose() => _talk.Dispose();

    [Fact]
    public void TheEnd_StopsWhatRunsUnderTheIdThatWasGiven()
    {
        _talk.Start();
        _talk.Clock.Work(TimeSpan.FromMinutes(10));
        Connect(Hello(_stop));
        Assert.Equal(TimeSpan.FromMinutes(10), Closed().Duration);
        using var tracker = Tracker.Open(_talk.Options);
        Assert.Equal((Guid.Parse(_stop), CommandVerb.Stop), tracker.LatestUndoable() is { } undo ? (undo.Id.Value, undo.Verb) : default);
    }

    [Fact]
    public void TheEnd_OfAnInputThatIsTornOrTooLong_StopsToo()
    {
        foreach (var end in new[] { Frames.Header(7), Frames.Header(uint.MaxValue) })
        {
            _talk.Start();
            Assert.Equal(ExitCode.Failed, _talk.SendBytes(Frames.Of(Hello(Minted.New())), end).ExitCode);
            Assert.All(_talk.Entries(), view => Assert.False(view.Entry.IsRunning));
        }
    }

    [Fact]
    public void WithoutAnId_TheEntryRunsOn()
    {
        _talk.Start();
        Connect(Talk.Hello);
        Assert.True(Assert.Single(_talk.Entries()).Entry.IsRunning);
    }

    [Fact]
    public void AnotherHello_ReplacesWhatWasAgreed()
    {
        _talk.Start();
        Connect(Hello(_stop), Talk.Hello);
        Assert.True(Assert.Single(_talk.Entries()).Entry.IsRunning);
        Connect(Talk.Hello, Hello(_stop));
        Assert.False(Assert.Single(_talk.Entries()).Entry.IsRunning);
    }

    [Fact]
    public void AHelloWithWhatIsNoCommandId_ChangesNothing()
    {
        _talk.Start();
        var (_, said) = _talk.SendBytes(
            Frames.Of(Hello("019cd1a0-0000-4000-8000-000000000000")), Frames.Of("""{"id":1,"verb":"snapshot"}"""));
        Assert.Equal(["BadCommandId", "HelloFirst"], said.Select(Talk.Code));
        Assert.True(Assert.Single(_talk.Entries()).Entry.IsRunning);
    }

    [Fact]
    public void ABreak_StaysABreak()
    {
        var entry = _talk.Start();
        _talk.Do($$"""{"id":2,"verb":"suspend","command_id":"{{Minted.New()}}","entry":"{{entry}}"}""");
        Connect(Hello(_stop));
        using var tracker = Tracker.Open(_talk.Options);
        Assert.IsType<TimerState.Paused>(tracker.Timer().State);
    }

    [Fact]
    public void WhileNothingRuns_NothingIsDone()
    {
        Connect(Hello(_stop));
        using var tracker = Tracker.Open(_talk.Options);
        Assert.Null(tracker.LatestUndoable());
    }

    [Fact]
    public void AnIdThatHasStoppedSomething_StopsNothingAgain()
    {
        _talk.Start("First");
        Connect(Hello(_stop));
        _talk.Start("Second");
        Connect(Hello(_stop));
        Assert.True(_talk.Entries().Single(view => view.Entry.Description.Value == "Second").Entry.IsRunning);
    }

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void AnUndoOfIt_LeavesTheEntryRunningAsIfItHadNeverStopped()
    {
        _talk.Start();
        _talk.Clock.Work(TimeSpan.FromMinutes(10));
        Connect(Hello(_stop));
        _talk.Clock.Work(TimeSpan.FromSeconds(90));
        _talk.Clock.StepWallClock(TimeSpan.FromHours(3));
        var undone = _talk.Do($$"""{"id":1,"verb":"undo","command_id":"{{Minted.New()}}","command":"{{_stop}}"}""");
        Assert.Equal("done", undone.GetProperty("outcome").GetString());
        _talk.Clock.Work(TimeSpan.FromMinutes(5));

        var snapshot = _talk.Do("""{"id":2,"verb":"snapshot"}""").GetProperty("snapshot");
        Assert.Equal(("running", 0), (snapshot.GetProperty("state").GetString(), snapshot.GetProperty("questions").GetInt32()));
        var entry = snapshot.GetProperty("entry");
        Assert.Equal((16 * 60 + 30) * 1000, entry.GetProperty("duration_ms").GetInt64());
        Assert.Equal(
            (0, "Certain", false),
            (entry.GetProperty("unanswered_ms").GetInt64(), entry.GetProperty("certainty").GetString(), entry.GetProperty("overlaps").GetBoolean()));
        Assert.Single(_talk.Entries());
    }

    private static string Hello(string stop) => $$"""{"id":0,"verb":"hello","protocol":1,"stop_at_end":"{{stop}}"}""";

    private void Connect(params string[] requests) =>
        Assert.Equal(ExitCode.Done, _talk.SendBytes([.. requests.Select(Frames.Of)]).ExitCode);

    private EntryView Closed()
    {
        var view = Assert.Single(_talk.Entries());
        Assert.IsType<EntrySpan.Closed>(view.Entry.Span);
        return view;
    }
}
