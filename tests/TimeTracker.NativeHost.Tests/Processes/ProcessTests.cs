using System.Collections.Concurrent;
using System.Text.Json;
using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.NativeHost.Tests.Processes;

/// <summary>Real processes over real pipes.</summary>
[Trait("Runs", "processes")]
public sealed class ProcessTests : IDisposable
{
    // In memory: a host has a second or two for its end, whatever a busy disk takes.
    private readonly TemporaryFolder _home = TemporaryFolder.InMemory();

    public void Dispose() => _home.Dispose();

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "53")]
    [Trait("Invariant", "INV-04")]
    [Trait("Invariant", "INV-26")]
    public void AHundredHostsAtOnce_AnswerEveryCommandAndLoseNone()
    {
        const int hosts = 100;
        const int commands = 3;
        var requests = Enumerable.Range(0, hosts).Select(host => Enumerable.Range(1, commands)
            .Select(id => $$"""{"id":{{id}},"verb":"start","command_id":"{{Minted.New()}}","description":"{{host}}-{{id}}","ago_ms":0}""")
            .ToArray()).ToArray();
        using (Tracker.Open(new TrackerOptions { Folder = _home.Path }))
        {
        }

        var all = Enumerable.Range(0, hosts).Select(_ => HostProcess.Polite(_home.Path)).ToList();
        try
        {
            for (var host = 0; host < hosts; host++)
            {
                all[host].Send([Talk.Hello, .. requests[host]]);
            }

            // Whoever comes first starts it; everyone else is told what runs.
            var replies = all.Zip(requests).SelectMany(one => RepliesUnlessBusy(one.First, one.Second)).ToList();
            Assert.Equal(hosts * commands, replies.Count);
            Assert.Single(replies, reply => reply.GetProperty("ok").GetBoolean());
            Assert.All(
                replies.Where(reply => !reply.GetProperty("ok").GetBoolean()),
                reply => Assert.Equal("AlreadyRunning", Talk.Code(reply)));
            all.ForEach(host => host.Send("""{"id":9,"verb":"today"}"""));
            Assert.All(all, host => Assert.True(host.Reply(9)!.Value.GetProperty("ok").GetBoolean()));
            all.ForEach(host => host.Input.Dispose());

            // One that leaves the processor to others may have its second for the end run out; none breaks down.
            Assert.All(all, host => Assert.InRange(host.WaitForExit(), (int)ExitCode.Done, (int)ExitCode.Failed));
        }
        finally
        {
            all.ForEach(host => host.Dispose());
        }

        Assert.Single(Entries());
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "53")]
    [Trait("Invariant", "INV-03")]
    public void HostsThatStartAndStopAtOnce_BookEveryCommandOnce()
    {
        const int hosts = 10;
        const int commands = 20;
        var booked = new ConcurrentBag<string>();
        var all = Enumerable.Range(0, hosts).Select(_ => new HostProcess(_home.Path)).ToList();
        try
        {
            all.ForEach(host => host.Hello());
            Parallel.ForEach(all.Index(), new ParallelOptions { MaxDegreeOfParallelism = hosts }, one =>
            {
                for (var id = 1; id <= commands; id++)
                {
                    // Each twice, as an extension does that had no reply.
                    var start = $$"""{"id":{{id}},"verb":"start","command_id":"{{Minted.New()}}","description":"{{one.Index}}-{{id}}"}""";
                    one.Item.Send(start, start);
                    var (first, second) = (one.Item.Reply(id)!.Value, one.Item.Reply(id)!.Value);
                    if (second.GetProperty("ok").GetBoolean())
                    {
                        // A refusal is not kept: the second may be the first that found nothing running.
                        Assert.Equal(
                            first.GetProperty("ok").GetBoolean(), second.GetProperty("result").GetProperty("repeated").GetBoolean());
                        var entry = second.GetProperty("result").GetProperty("changed").GetProperty("items")[0].GetProperty("id").GetString();
                        one.Item.Send($$"""{"id":{{id}},"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{entry}}"}""");
                        Assert.Equal("done", one.Item.Reply(id)!.Value.GetProperty("result").GetProperty("outcome").GetString());
                        booked.Add($"{one.Index}-{id}");
                    }
                }
            });
        }
        finally
        {
            all.ForEach(host => host.Dispose());
        }

        Assert.Equal(booked.Order(), Entries().Select(view => view.Entry.Description.Value).Order());
        Assert.NotEmpty(booked);
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "2")]
    [Trait("Fault", "55")]
    [Trait("Invariant", "INV-03")]
    public void AHostKilledMidRequest_AndTheRequestRepeated_HasOneEffect()
    {
        const int rounds = 5;
        for (var round = 0; round < rounds; round++)
        {
            var start = $$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Round {{round}}"}""";
            using (var host = new HostProcess(_home.Path))
            {
                // The kill meets it while it opens, decides, commits or replies: a little later in each round.
                host.Hello();
                host.Send(start);
                Thread.SpinWait(round * 400_000);
                host.Kill();
                host.WaitForExit();
            }

            using var again = new HostProcess(_home.Path);
            again.Hello();
            again.Send(start);
            var result = again.Reply(1)!.Value.GetProperty("result");
            Assert.Equal("done", result.GetProperty("outcome").GetString());
            var entry = result.GetProperty("changed").GetProperty("items")[0].GetProperty("id").GetString();
            again.Send($$"""{"id":2,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{entry}}"}""");
            Assert.True(again.Reply(2)!.Value.GetProperty("ok").GetBoolean());
        }

        Assert.Equal(rounds, Entries().Count);
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "49")]
    [Trait("Invariant", "INV-26")]
    public void TheEndWithinAFrame_EndsTheHostWithoutAnEffect()
    {
        using var host = new HostProcess(_home.Path);
        host.Hello();
        host.Input.Write(Frames.Of($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""").AsSpan()[..^1]);
        host.Input.Dispose();
        Assert.Equal((int)ExitCode.Failed, host.WaitForExit());
        Assert.Null(Frames.Read(host.Output));
        Assert.Empty(Entries());
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "52")]
    [Trait("Invariant", "INV-02")]
    public void WithNobodyToReadTheReply_TheCommandStays()
    {
        using var host = new HostProcess(_home.Path);
        host.Hello();
        host.Output.Dispose();
        host.Send($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""");

        // Before the end: from there on it has a second.
        Assert.True(SpinWait.SpinUntil(() => Entries().Count == 1, Hang.Max));
        host.Input.Dispose();
        Assert.Equal((int)ExitCode.Done, host.WaitForExit());
        Assert.Single(Entries());
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "52")]
    public void ASlowReader_GetsEveryReplyInOrder()
    {
        const int requests = 4000;
        var text = new string('x', 1000);
        using var host = new HostProcess(_home.Path);
        host.Hello();
        var sending = Task.Run(() => host.Send([.. Enumerable.Range(1, requests).Select(id => $$"""{"id":{{id}},"verb":"suggest","field":"tag","text":"{{text}}"}""")]));

        // Its replies fill the pipe, then it takes no more, and then nobody can send.
        Assert.False(sending.Wait(TimeSpan.FromSeconds(1)));
        for (var id = 1; id <= requests; id++)
        {
            Assert.NotNull(host.Reply(id));
        }

        sending.Wait();
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "52")]
    public void TheEndOfTheInput_EndsAHostWhoseReplyNobodyReads()
    {
        using var host = new HostProcess(_home.Path);
        host.Hello();
        for (var id = 1; id <= 400; id++)
        {
            host.Send($$"""{"id":{{id}},"verb":"policy"}""");
        }

        host.Input.Dispose();
        host.WaitForExit();
    }

    [RequiresTheory(Requirement.Linux | Requirement.Sqlite3)]
    [Trait("Invariant", "INV-06")]
    [InlineData("TERM", "0")]
    [InlineData("INT", "0")]
    [InlineData("KILL", "1")]
    public void ASignal_SavesACheckpointAndEndsTheHost(string signal, string promises)
    {
        using var host = new HostProcess(_home.Path);
        StartAndSeePromise(host);
        host.Signal(signal);
        var exitCode = host.WaitForExit();
        Assert.Equal((signal == "KILL", promises), (exitCode != 0, Promises()));
    }

    [RequiresFact(Requirement.Linux | Requirement.Sqlite3)]
    [Trait("Invariant", "INV-06")]
    public void TheEndOfTheInput_SavesACheckpointAndEndsTheHost()
    {
        using var host = new HostProcess(_home.Path);
        StartAndSeePromise(host);
        host.Input.Dispose();
        Assert.Equal(0, host.WaitForExit());
        Assert.Equal("0", Promises());
    }

    [RequiresTheory(Requirement.Linux)]
    [Trait("Invariant", "INV-06")]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("the end of the input")]
    public void TheEnd_StopsWhatRunsWhereThatWasAskedFor(string end)
    {
        // A stop is compiled before it has a second for it.
        using var host = new HostProcess(_home.Path);
        host.Send(
            $$"""{"id":0,"verb":"hello","protocol":1,"stop_at_end":"{{Minted.New()}}"}""",
            $$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"First"}""");
        var first = host.Reply(1)!.Value.GetProperty("result").GetProperty("changed").GetProperty("items")[0].GetProperty("id").GetString();
        host.Send(
            $$"""{"id":2,"verb":"stop","command_id":"{{Minted.New()}}","entry":"{{first}}"}""",
            $$"""{"id":3,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""");
        Assert.True(host.Reply(3)!.Value.GetProperty("ok").GetBoolean());
        if (end is "TERM" or "INT")
        {
            host.Signal(end);
        }
        else
        {
            host.Input.Dispose();
        }

        Assert.Equal((int)ExitCode.Done, host.WaitForExit());
        Assert.Equal(["First", "Plan"], Entries().Select(view => view.Entry.Description.Value));
        Assert.DoesNotContain(Entries(), view => view.Entry.IsRunning);
    }

    [RequiresFact(Requirement.Linux)]
    public void TheEndOfAHostWhoseReplyNobodyReads_StopsWhatRunsToo()
    {
        using var host = new HostProcess(_home.Path);
        host.Send(
            $$"""{"id":0,"verb":"hello","protocol":1,"stop_at_end":"{{Minted.New()}}"}""",
            $$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""");
        Assert.True(host.Reply(1)!.Value.GetProperty("ok").GetBoolean());
        for (var id = 2; id <= 400; id++)
        {
            host.Send($$"""{"id":{{id}},"verb":"policy"}""");
        }

        host.Input.Dispose();
        host.WaitForExit();
        Assert.False(Assert.Single(Entries()).Entry.IsRunning);
    }

    [RequiresFact(Requirement.Linux)]
    [Trait("Fault", "54")]
    [Trait("Invariant", "INV-26")]
    public void AnotherExtension_IsNotServed()
    {
        using var host = new HostProcess(_home.Path, "chrome-extension://abcdefghijklmnopabcdefghijklmnop/");
        host.Send(Talk.Hello);
        Assert.Equal((int)ExitCode.Usage, host.WaitForExit());
        Assert.Null(Frames.Read(host.Output));
        Assert.Contains("is not TimeTracker's extension", host.Errors(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.Path));
    }

    [RequiresFact(Requirement.Linux)]
    public void RunWithoutABrowser_GoesOnUntilItIsToldToEnd()
    {
        using (var tracker = Tracker.Open(new TrackerOptions { Folder = _home.Path }))
        {
            tracker.Execute(new Command.Start(new Details { Description = "Plan" }, When.Now.Value));
        }

        using var host = new HostProcess(_home.Path, "run", "--json");
        Assert.True(SpinWait.SpinUntil(() => Directory.EnumerateFiles(_home.Path, "*-shm").Any(), Hang.Max));
        host.Signal("TERM");
        Assert.Equal(0, host.WaitForExit());
    }

    [RequiresFact(Requirement.Linux)]
    public void Status_ShowsWhatRuns()
    {
        using (var tracker = Tracker.Open(new TrackerOptions { Folder = _home.Path }))
        {
            tracker.Execute(new Command.Start(new Details { Description = "Plan" }, When.Now.Value));
        }

        using var host = new HostProcess(_home.Path, "status");
        Assert.Equal(0, host.WaitForExit());
        using var reader = new StreamReader(host.Output);
        Assert.Matches("^timer: running: 'Plan', 0:0[0-9]:[0-9]{2}", reader.ReadToEnd());
    }

    /// <summary>
    /// The replies to the requests that were sent, numbered from 1. Each that found the store busy is repeated, as its
    /// hint says: those who leave the processor to others may keep the store from each other for a minute.
    /// </summary>
    private static List<JsonElement> RepliesUnlessBusy(HostProcess host, string[] requests)
    {
        const int repeatsMax = 20;
        var (repeats, replies) = (0, new SortedDictionary<long, JsonElement>());
        while (replies.Count < requests.Length)
        {
            var reply = Frames.Read(host.Output)!.Value;
            if (!reply.TryGetProperty("id", out var found) || found.GetInt64() is not (> 0 and var id))
            {
                continue; // A push, or the reply to the greeting.
            }

            if (!reply.GetProperty("ok").GetBoolean() && Talk.Code(reply) == "StoreBusy")
            {
                Assert.InRange(++repeats, 1, repeatsMax);
                host.Send(requests[id - 1]);
                continue;
            }

            Assert.True(replies.TryAdd(id, reply), "a request has two replies");
        }

        return [.. replies.Values];
    }

    private IReadOnlyList<EntryView> Entries()
    {
        using var tracker = Tracker.Open(new TrackerOptions { Folder = _home.Path });
        return tracker.Entries(new EntryQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue));
    }

    private void StartAndSeePromise(HostProcess host)
    {
        host.Hello();
        host.Send($$"""{"id":1,"verb":"start","command_id":"{{Minted.New()}}","description":"Plan"}""");
        Assert.True(host.Reply(1)!.Value.GetProperty("ok").GetBoolean());
        Assert.Equal("1", Promises());
    }

    /// <summary>Whether somebody promises to look: taken back in the transaction that writes the last checkpoint.</summary>
    private string Promises() => ChildProcess.Run(
        "sqlite3", Path.Combine(_home.Path, DataFolder.DatabaseName), "SELECT count(*) FROM lease WHERE name = 'watch'").Output.Trim();
}
