using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Tests;

public sealed class MessageLoopTests : IDisposable
{
    private readonly Talk _talk = new();

    public void Dispose() => _talk.Dispose();

    [Fact]
    [Trait("Fault", "56")]
    public void Hello_AgreesOnAVersionAndTellsWhatIsSo()
    {
        var result = Assert.Single(_talk.SendBytes(Frames.Of(Talk.Hello)).Said).GetProperty("result");
        Assert.Equal(1, result.GetProperty("protocol").GetInt32());
        Assert.Equal("idle", result.GetProperty("snapshot").GetProperty("state").GetString());
    }

    [Theory]
    [Trait("Fault", "56")]
    [InlineData(0, "ExtensionTooOld")]
    [InlineData(-5, "ExtensionTooOld")]
    [InlineData(2, "HostTooOld")]
    public void Hello_InAnotherVersion_SaysWhatToUpdate(int protocol, string code)
    {
        var (_, said) = _talk.SendBytes(
            Frames.Of($$"""{"id":0,"verb":"hello","protocol":{{protocol}}}"""),
            Frames.Of("""{"id":1,"verb":"snapshot"}"""));
        Assert.Equal([code, "HelloFirst"], said.Select(Talk.Code));
    }

    [Fact]
    [Trait("Fault", "56")]
    public void ACommandBeforeHello_HasNoEffect()
    {
        var (_, said) = _talk.SendBytes(
            Frames.Of($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}"""));
        Assert.Equal("HelloFirst", Talk.Code(Assert.Single(said)));
        Assert.Empty(_talk.Entries());
    }

    [Fact]
    public void Start_IsCommittedAndTheReplyShowsIt()
    {
        var result = _talk.Do($$"""
            {"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan","project":"Acme","tags":["deep"],
             "billable":true,"ago_ms":600000}
            """);
        Assert.Equal("done", result.GetProperty("outcome").GetString());
        var shown = result.GetProperty("snapshot").GetProperty("entry");
        Assert.Equal(600_000, shown.GetProperty("duration_ms").GetInt64());
        var entry = Assert.Single(_talk.Entries());
        Assert.Equal(("Plan", "Acme", true), (entry.Entry.Description.Value, entry.Project, entry.Entry.Billable));
        Assert.Equal(["deep"], entry.Entry.Tags);
    }

    [Fact]
    [Trait("Invariant", "INV-03")]
    [Trait("Fault", "55")]
    public void ARepeatedCommand_HasOneEffectAndTheFirstResult()
    {
        var start = $$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""";
        var first = _talk.Do(start);
        var again = _talk.Do(start);
        Assert.False(first.GetProperty("repeated").GetBoolean());
        Assert.True(again.GetProperty("repeated").GetBoolean());
        Assert.Equal(
            first.GetProperty("changed").GetProperty("items")[0].GetProperty("id").GetString(),
            again.GetProperty("changed").GetProperty("items")[0].GetProperty("id").GetString());
        Assert.Single(_talk.Entries());
    }

    [Fact]
    public void AnotherCommandUnderOneId_IsRefused()
    {
        var command = Minted.New();
        _talk.Do($$"""{"id":1,"verb":"start","command_id":"{{command}}","description":"Plan"}""");
        Assert.Equal("IdReused", _talk.Fails($$"""{"id":1,"verb":"undo","command_id":"{{command}}"}"""));
    }

    [Theory]
    [InlineData("019cd1a0-0000-7000-8000-000000000001")]
    [InlineData("019cd1a0-0000-4000-8000-000000000000")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void ACommandIdThatIsNone_IsRefused(string id)
    {
        Assert.Equal("BadCommandId", _talk.Fails($$"""{"id":1,"verb":"start","command_id":"{{id}}","description":"Plan"}"""));
        Assert.Empty(_talk.Entries());
    }

    [Theory]
    [InlineData("019cd1a0-0000-7000-8000-000000000001")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    public void AnUndoOfWhatIsNoCommand_IsRefused(string command) => Assert.Equal(
        "BadRequest", _talk.Fails($$"""{"id":1,"verb":"undo","command_id":"{{Minted.New()}}","command":"{{command}}"}"""));

    [Fact]
    public void ALateStop_CannotStopANewerTimer()
    {
        var old = _talk.Start("Old");
        _talk.Do($$"""{"id":2,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{old}}"}""");
        _talk.Start("New");
        var late = _talk.Do($$"""{"id":3,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{old}}"}""");
        Assert.Equal(("nothing", "EntryHasEnded"), (late.GetProperty("outcome").GetString(), late.GetProperty("reason").GetString()));
        Assert.Equal("running", late.GetProperty("snapshot").GetProperty("state").GetString());
    }

    [Fact]
    public void ALateResume_StartsNothingThatThePersonDidNotSee()
    {
        var old = _talk.Start("Old");
        _talk.Do($$"""{"id":2,"verb":"suspend","command_id":"{{Minted.New()}}","entry":"{{old}}"}""");
        _talk.Do($$"""{"id":3,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{old}}"}""");
        var late = _talk.Do($$"""{"id":4,"verb":"resume","command_id":"{{Minted.New()}}","entry":"{{old}}"}""");
        Assert.Equal(("nothing", "BreakHasEnded"), (late.GetProperty("outcome").GetString(), late.GetProperty("reason").GetString()));
        Assert.Equal("idle", late.GetProperty("snapshot").GetProperty("state").GetString());
    }

    [Fact]
    public void ALateUndo_TakesBackNothingThatThePersonDidNotSee()
    {
        var entry = _talk.Start();
        var seen = Undoable();
        _talk.Do($$"""{"id":2,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{entry}}"}""");
        var undo = $$"""{"id":3,"verb":"undo","command_id":"{{Minted.New()}}","command":"{{seen}}"}""";
        Assert.Equal("CannotUndo", _talk.Fails(undo));
        Assert.NotNull(Assert.Single(_talk.Entries()).Entry.Span as EntrySpan.Closed);

        var right = $$"""{"id":4,"verb":"undo","command_id":"{{Minted.New()}}","command":"{{Undoable()}}"}""";
        Assert.Equal("done", _talk.Do(right).GetProperty("outcome").GetString());
        Assert.True(_talk.Do(right).GetProperty("repeated").GetBoolean());

        string? Undoable() => _talk.Do("""{"id":9,"verb":"snapshot"}""")
            .GetProperty("snapshot").GetProperty("undo").GetProperty("command").GetString();
    }

    [Fact]
    public void ARefusedCommand_SaysWhyAndWhatToDo()
    {
        _talk.Start();
        var error = _talk.Ask($$"""{"id":2,"verb":"start","command_id":"{{Minted.New()}}","description":"Call"}""").GetProperty("error");
        Assert.Equal("AlreadyRunning", error.GetProperty("code").GetString());
        Assert.NotEmpty(error.GetProperty("message").GetString()!);
        Assert.NotEmpty(error.GetProperty("hint").GetString()!);
    }

    [Fact]
    public void AGivenTimeThatOverlaps_GivesWayAsAsked()
    {
        var entry = _talk.Start("Long");
        _talk.Clock.Work(TimeSpan.FromHours(2));
        _talk.Do($$"""{"id":2,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{entry}}"}""");
        string Late(string adjust) =>
            $$"""{"id":3,"verb":"start","command_id":"{{Minted.New()}}","description":"Late","ago_ms":1800000{{adjust}}}""";
        Assert.Equal("Overlaps", _talk.Fails(Late(string.Empty)));
        Assert.Equal("BadRequest", _talk.Fails(Late(""","adjust":"2" """)));
        _talk.Do(Late(""","adjust":"Trim" """));
        Assert.Equal(TimeSpan.FromHours(1.5), _talk.Entries()[0].Duration);
    }

    [Fact]
    public void AtAndAgoTogether_AreRefused() => Assert.Equal("BadRequest", _talk.Fails(
        $$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"d","ago_ms":1,"at":"2027-03-09T07:00:00Z"}"""));

    [Theory]
    [InlineData("9223372036854775807", "OutOfRange")]
    [InlineData("-9223372036854775808", "InTheFuture")]
    public void AnAmountOfAnySize_HasItsAnswer(string ago, string code) => Assert.Equal(code, _talk.Fails(
        $$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"d","ago_ms":{{ago}}}"""));

    [Fact]
    public void ASwitchASuspendAResumeAndAnUndo_DoWhatTheySay()
    {
        var first = _talk.Start("First");
        _talk.Clock.Work(TimeSpan.FromMinutes(5));
        var switched = _talk.Do(
            $$"""{"id":2,"verb":"switch","command_id":"{{Minted.New()}}","entry":"{{first}}","description":"Second"}""");
        var second = switched.GetProperty("snapshot").GetProperty("entry").GetProperty("id").GetString();
        var paused = _talk.Do($$"""{"id":3,"verb":"suspend","command_id":"{{Minted.New()}}","entry":"{{second}}"}""");
        Assert.Equal("paused", paused.GetProperty("snapshot").GetProperty("state").GetString());
        var resumed = _talk.Do($$"""{"id":4,"verb":"resume","command_id":"{{Minted.New()}}"}""");
        Assert.Equal("running", resumed.GetProperty("snapshot").GetProperty("state").GetString());
        var undone = _talk.Do($$"""{"id":5,"verb":"undo","command_id":"{{Minted.New()}}"}""");
        Assert.Equal("paused", undone.GetProperty("snapshot").GetProperty("state").GetString());
    }

    [Fact]
    public void AwayBecomesAQuestion_WhichIsAnswered()
    {
        var entry = _talk.Start();
        _talk.Clock.Work(TimeSpan.FromHours(2));
        _talk.Do($$"""
            {"id":2,"verb":"away","command_id":"{{Minted.New()}}","entry":"{{entry}}",
             "from":"2027-03-09T08:00:00Z","to":"2027-03-09T09:00:00+00:00"}
            """);
        var question = _talk.Do("""{"id":3,"verb":"review"}""").GetProperty("questions").GetProperty("items")[0];
        Assert.Equal(("Away", 3_600_000), (question.GetProperty("kind").GetString(), question.GetProperty("duration_ms").GetInt64()));
        _talk.Do($$"""
            {"id":4,"verb":"resolve","command_id":"{{Minted.New()}}","question":"{{question.GetProperty("id").GetString()}}",
             "resolution":"assign","description":"Lunch"}
            """);
        Assert.Contains(_talk.Entries(), view => view.Entry.Description.Value == "Lunch" && view.Duration == TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData(""" "resolution":"assign" """)]
    [InlineData(""" "resolution":"split" """)]
    [InlineData(""" "resolution":"keep","at":"2027-03-09T08:00:00Z" """)]
    [InlineData(""" "resolution":"discard","project":"Acme" """)]
    [InlineData(""" "resolution":"Keep" """)]
    public void AResolutionThatContradictsItself_IsRefused(string fields) => Assert.Equal("BadRequest", _talk.Fails(
        $$"""{"id":1,"verb":"resolve","command_id":"{{Minted.New()}}","question":"{{Minted.New()}}",{{fields}}}"""));

    [Fact]
    public void APolicy_IsSetAndTold()
    {
        var rules = _talk.Do("""{"id":1,"verb":"policy","kind":"Suspend","action":"Keep","threshold_ms":60000}""").GetProperty("rules");
        var rule = rules.EnumerateArray().Single(one => one.GetProperty("kind").GetString() == "Suspend");
        Assert.Equal(("Keep", 60_000), (rule.GetProperty("action").GetString(), rule.GetProperty("threshold_ms").GetInt64()));
        using var tracker = Tracker.Open(_talk.Options);
        Assert.Equal(new GapRule(GapAction.Keep, TimeSpan.FromMinutes(1)), tracker.Policy()[GapKind.Suspend]);
    }

    [Theory]
    [InlineData(""" "action":"Keep" """, "BadRequest")]
    [InlineData(""" "kind":"1","action":"Keep" """, "BadRequest")]
    [InlineData(""" "kind":"Suspend","action":"Keep, Ask" """, "BadRequest")]
    [InlineData(""" "kind":"Suspend","threshold_ms":-1 """, "ThresholdOutOfRange")]
    [InlineData(""" "kind":"Suspend","threshold_ms":9223372036854775807 """, "ThresholdOutOfRange")]
    public void APolicyThatIsNone_IsRefused(string fields, string code) =>
        Assert.Equal(code, _talk.Fails($$"""{"id":1,"verb":"policy",{{fields}}}"""));

    [Fact]
    public void Suggestions_ComeFromTheWholeHistory()
    {
        _talk.Do($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Write the report","project":"Acme","tags":["deep"]}""");
        Assert.Equal("Write the report", Text("description", "REP"));
        Assert.Equal("Acme", Text("project", ""));
        Assert.Equal("deep", Text("tag", "e"));
        Assert.Equal("BadRequest", _talk.Fails("""{"id":2,"verb":"suggest","field":"file","text":"/"}"""));

        string? Text(string field, string part) => _talk.Do(
            $$"""{"id":2,"verb":"suggest","field":"{{field}}","text":"{{part}}"}""").GetProperty("texts")[0].GetString();
    }

    [Fact]
    public void ASync_IsAnsweredOnceAndHoldsUpNobody()
    {
        using var host = new LivePipe(_talk.Options);
        host.Ask(Talk.Hello);
        host.Send("""{"id":1,"verb":"sync-now"}""");
        host.Send("""{"id":2,"verb":"snapshot"}""");
        var replies = new[] { host.Read(), host.Read() }.ToDictionary(reply => reply.GetProperty("id").GetInt64());
        Assert.Equal("SyncNotConnected", Talk.Code(replies[1]));
        Assert.True(replies[2].GetProperty("ok").GetBoolean());
        Assert.Equal("SyncNotConnected", Talk.Code(host.Ask("""{"id":3,"verb":"sync-now"}""")));
    }

    [Fact]
    public void ALongDay_IsCutAndSaysSo()
    {
        const int count = 130;
        using (var tracker = Tracker.Open(_talk.Options))
        {
            var from = new DateTimeOffset(2027, 3, 9, 0, 0, 0, TimeSpan.FromHours(1));
            for (var i = 0; i < count; i++)
            {
                var details = new Details { Description = $"{i} {new string('\u20ac', 990)}" };
                Assert.IsType<CommandResult.Done>(
                    tracker.Execute(new Command.Add(details, from.AddMinutes(i), from.AddMinutes(i + 1))));
            }
        }

        var entries = _talk.Do("""{"id":1,"verb":"today"}""").GetProperty("entries");
        Assert.Equal(count, entries.GetProperty("total").GetInt32());
        Assert.True(entries.GetProperty("cut").GetBoolean());
        Assert.InRange(entries.GetProperty("items").GetArrayLength(), 100, count - 1);
    }

    [Fact]
    public void TheSnapshot_OffersEachThingOnce()
    {
        foreach (var description in new[] { "Plan", "Call", "Plan" })
        {
            var entry = _talk.Start(description);
            _talk.Clock.Work(TimeSpan.FromMinutes(1));
            _talk.Do($$"""{"id":2,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{entry}}"}""");
        }

        var recent = _talk.Do("""{"id":3,"verb":"snapshot"}""").GetProperty("snapshot").GetProperty("recent");
        Assert.Equal(["Plan", "Call"], recent.EnumerateArray().Select(entry => entry.GetProperty("description").GetString()));
    }

    [Fact]
    public void AStoreThatCannotBeOpened_IsToldAtEachRequestAndEndsNothing()
    {
        File.WriteAllText(Path.Combine(_talk.Folder, DataFolder.DatabaseName), "this is no database, whatever its name may say");
        var (exitCode, said) = _talk.SendBytes(Frames.Of(Talk.Hello), Frames.Of("""{"id":1,"verb":"snapshot"}"""));
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal(["StoreNotADatabase", "StoreNotADatabase"], said.Select(Talk.Code));
    }

    [Fact]
    [Trait("Fault", "50")]
    [Trait("Invariant", "INV-26")]
    public void AnEmptyFrame_IsAnsweredAndTheNextOneServed()
    {
        var (exitCode, said) = _talk.SendBytes(Frames.Of([]), Frames.Of(Talk.Hello));
        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Equal("EmptyFrame", Talk.Code(said[0]));
        Assert.True(said[1].GetProperty("ok").GetBoolean());
    }

    [Fact]
    [Trait("Fault", "50")]
    [Trait("Invariant", "INV-26")]
    public void AFrameThatIsTooLong_IsAnsweredAndEndsTheHost()
    {
        var (exitCode, said) = _talk.SendBytes(Frames.Header(uint.MaxValue), Frames.Of(Talk.Hello));
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Equal("FrameTooLong", Talk.Code(Assert.Single(said)));
    }

    [Fact]
    [Trait("Fault", "49")]
    [Trait("Invariant", "INV-26")]
    public void ATornFrame_HasNoEffectAndNoReply()
    {
        var start = Frames.Of($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""");
        var (exitCode, said) = _talk.SendBytes(Frames.Of(Talk.Hello), start[..^1]);
        Assert.Equal(ExitCode.Failed, exitCode);
        Assert.Single(said);
        Assert.Empty(_talk.Entries());
    }
}
