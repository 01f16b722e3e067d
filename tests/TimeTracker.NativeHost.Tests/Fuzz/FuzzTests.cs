using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TimeTracker.Core;
using TimeTracker.NativeHost.Framing;
using Xunit.Abstractions;

namespace TimeTracker.NativeHost.Tests.Fuzz;

/// <summary>
/// Random frames, by a seed that is printed. TIMETRACKER_FUZZ_SEED repeats a run; TIMETRACKER_FUZZ_COUNT=1000000 makes
/// it ten times as long.
/// </summary>
[Collection(Alone.Name)]
public sealed class FuzzTests(ITestOutputHelper output) : IDisposable
{
    private const long MemoryGrowthMax = 8 * 1024 * 1024;

    private readonly Talk _talk = new();

    public void Dispose() => _talk.Dispose();

    [Fact]
    [Trait("Invariant", "INV-26")]
    [Trait("Fault", "51")]
    public void AnyFrame_HasOneReplyAndNoEffect_AndMemoryStaysFlat()
    {
        var (seed, count) = (Setting("SEED", Environment.TickCount), Setting("COUNT", 100_000));
        output.WriteLine($"seed {seed}, {count} frames");
        var sent = new ConcurrentQueue<(byte[] Frame, long? Id)>([(Encoding.UTF8.GetBytes(Talk.Hello), 0)]);
        var (replies, early, tracker) = (0, 0L, Tracker.Open(_talk.Options));
        using var input = new FrameSource(new FrameMaker(new Random(seed)), count, sent);
        using var replied = new ReplyCheck(Look);
        var before = tracker.Changes();

        Assert.Equal(ExitCode.Done, Connection.Serve(input, replied, _talk.Options, () => { }));

        Assert.Equal(count + 1, replies);
        Assert.Equal(before, tracker.Changes());
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - early, long.MinValue, MemoryGrowthMax);
        tracker.Dispose();
        Assert.Empty(_talk.Entries());

        void Look(JsonElement reply)
        {
            Assert.True(sent.TryDequeue(out var request));
            var text = Encoding.UTF8.GetString(request.Frame);
            var id = reply.GetProperty("id");
            Assert.True(
                request.Id is null || (id.ValueKind == JsonValueKind.Number && id.GetInt64() == request.Id),
                $"seed {seed}: {reply} does not answer {text}");
            Assert.False(
                reply.TryGetProperty("error", out var error) && error.GetProperty("code").GetString() == "Unexpected",
                $"seed {seed}: {reply} to {text}");
            if (++replies == count / 5)
            {
                early = GC.GetTotalMemory(forceFullCollection: true);
            }
        }
    }

    [Fact]
    [Trait("Invariant", "INV-26")]
    [Trait("Fault", "49")]
    [Trait("Fault", "50")]
    public void AnyStreamOfBytes_EndsWithoutAnEffect()
    {
        const int streams = 2000;
        var seed = Setting("SEED", Environment.TickCount);
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var i = 0; i < streams; i++)
        {
            var bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            if (bytes.Length > Frames.HeaderBytes && random.Next(2) == 0)
            {
                // Lengths that are short enough to be believed.
                Frames.Header((uint)random.Next(bytes.Length)).CopyTo(bytes, 0);
            }

            var reader = new FrameReader(new MemoryStream(bytes));
            var arrival = reader.Read();
            while (arrival is Arrival.Message or Arrival.Empty)
            {
                arrival = reader.Read();
            }

            Assert.True(arrival is Arrival.End or Arrival.Torn or Arrival.TooLong, $"seed {seed}: {arrival}");
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(
        Environment.GetEnvironmentVariable($"TIMETRACKER_FUZZ_{name}"), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
