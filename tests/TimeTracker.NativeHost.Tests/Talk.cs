using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using TimeTracker.Core;
using TimeTracker.Core.Clocks;
using TimeTracker.Domain;
using TimeTracker.Domain.TestKit;
using TimeTracker.TestKit;

namespace TimeTracker.NativeHost.Tests;

/// <summary>A host in this process on a store of its own, whose frames go over memory, with clocks moved by hand.</summary>
internal sealed class Talk : IDisposable
{
    internal const string Hello = """{"id":0,"verb":"hello","protocol":1}""";

    private readonly TemporaryFolder _home = new();

    internal FakeClock Clock { get; } = new(new DateTimeOffset(2027, 3, 9, 7, 41, 13, TimeSpan.Zero));

    internal string Folder => _home.Path;

    internal TrackerOptions Options => new()
    {
        Folder = Folder,
        Clock = new HandClock(Clock),
        Zone = () => Clock.Zone,
        Time = new FakeTimeProvider(),
        BusyTimeout = TimeSpan.FromSeconds(10),
    };

    /// <summary>Sends bytes as they are, to the end, and gives back how the host ended and what it said.</summary>
    internal (ExitCode ExitCode, IReadOnlyList<JsonElement> Said) SendBytes(params byte[][] bytes)
    {
        using var input = new MemoryStream([.. bytes.SelectMany(part => part)]);
        using var output = new MemoryStream();
        var exitCode = Connection.Serve(input, output, Options, () => { });
        output.Position = 0;
        return (exitCode, Frames.ReadAll(output));
    }

    /// <summary>Says hello and sends requests; gives back the replies to them.</summary>
    internal IReadOnlyList<JsonElement> Send(params string[] requests)
    {
        var (exitCode, said) = SendBytes([Frames.Of(Hello), .. requests.Select(Frames.Of)]);
        Assert.Equal(ExitCode.Done, exitCode);
        return [.. said.Skip(1)];
    }

    /// <summary>The one reply to one request.</summary>
    internal JsonElement Ask(string request) => Assert.Single(Send(request));

    /// <summary>The result of a request that is done.</summary>
    internal JsonElement Do(string request)
    {
        var reply = Ask(request);
        Assert.True(reply.GetProperty("ok").GetBoolean(), reply.ToString());
        return reply.GetProperty("result");
    }

    /// <summary>The code of the error that a request has.</summary>
    internal string Fails(string request) => Code(Ask(request));

    internal static string Code(JsonElement reply) => reply.GetProperty("error").GetProperty("code").GetString()!;

    /// <summary>Starts an entry and gives back its id.</summary>
    internal string Start(string description = "Plan")
    {
        var command = Minted.New();
        var result = Do($$"""{"id":1,"verb":"start","command_id":"{{command}}","description":"{{description}}"}""");
        return result.GetProperty("changed").GetProperty("items")[0].GetProperty("id").GetString()!;
    }

    internal IReadOnlyList<EntryView> Entries()
    {
        using var tracker = Tracker.Open(Options);
        return tracker.Entries(new EntryQuery(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue));
    }

    public void Dispose() => _home.Dispose();

    private sealed class HandClock(FakeClock clock) : IClock
    {
        public Reading Read() => clock.Reading;
    }
}
