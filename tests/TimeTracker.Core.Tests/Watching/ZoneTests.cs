using TimeTracker.Domain;

namespace TimeTracker.Core.Tests.Watching;

/// <summary>Daylight saving and travel while a timer runs.</summary>
[Trait("Invariant", "INV-19")]
public sealed class ZoneTests
{
    private const int YearOfTransitions = 2027;

    public static TheoryData<string> Zones =>
    [
        "Europe/Berlin", "Europe/London", "Europe/Lisbon", "America/New_York", "America/Los_Angeles", "America/Santiago",
        "America/Havana", "America/St_Johns", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland",
        "Pacific/Chatham", "Africa/Cairo", "Asia/Jerusalem", "Asia/Beirut",
    ];

    [Theory]
    [MemberData(nameof(Zones))]
    public void AChangeOfTheClocks_ChangesNoDurationAndNoStoredInstant(string zone)
    {
        var changes = Changes(TimeZoneInfo.FindSystemTimeZoneById(zone));
        Assert.Equal(2, changes.Count);
        Assert.True(changes[0].Shift == -changes[1].Shift && changes[0].Shift != 0);
        foreach (var (at, shift) in changes)
        {
            using var bench = new Bench();
            bench.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
            bench.Clock.Utc = at.AddMinutes(-40);
            bench.Do(Bench.Start("Plan"));
            bench.Clock.Work(TimeSpan.FromMinutes(80));
            var timer = bench.Tracker.Timer();
            bench.Do(Bench.Stop());

            var view = Assert.Single(bench.All());
            var span = Assert.IsType<EntrySpan.Closed>(view.Entry.Span);
            Assert.Equal(TimeSpan.FromMinutes(80), view.Duration);
            Assert.Equal(at.AddMinutes(-40), span.Start.ToDateTimeOffset());
            Assert.Equal(at.AddMinutes(40), span.End.ToDateTimeOffset());
            Assert.Equal(shift, span.End.OffsetMinutes - span.Start.OffsetMinutes);
            Assert.Equal((0, null), (timer.OpenQuestions, timer.LastClockEvent));
        }
    }

    [Fact]
    public void AJourneyWhileATimerRuns_ChangesWhatTheClockShowsAndNothingElse()
    {
        using var bench = new Bench();
        bench.Do(Bench.Start("Fly"));
        bench.Clock.Work(TimeSpan.FromHours(9));
        bench.Clock.Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");
        bench.Do(Bench.Stop());

        var view = Assert.Single(bench.All());
        var span = Assert.IsType<EntrySpan.Closed>(view.Entry.Span);
        Assert.Equal(TimeSpan.FromHours(9), view.Duration);
        Assert.Equal(("Europe/Berlin", 60), (span.Start.ZoneId, span.Start.OffsetMinutes));
        Assert.Equal(("Asia/Tokyo", 540), (span.End.ZoneId, span.End.OffsetMinutes));
        Assert.Empty(bench.Tracker.Review());
    }

    private static List<(DateTimeOffset At, int Shift)> Changes(TimeZoneInfo zone)
    {
        var found = new List<(DateTimeOffset, int)>();
        var from = new DateTimeOffset(YearOfTransitions, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var at = from; at.Year == YearOfTransitions; at = at.AddMinutes(15))
        {
            var shift = zone.GetUtcOffset(at) - zone.GetUtcOffset(at.AddMinutes(-15));
            if (shift != TimeSpan.Zero)
            {
                found.Add((at, (int)shift.TotalMinutes));
            }
        }

        return found;
    }
}
