using TimeTracker.Domain;

namespace TimeTracker.Domain.TestKit;

/// <summary>A machine's clocks, moved by hand: work, sleep, a step of the wall clock, a reboot.</summary>
public sealed class FakeClock
{
    private int boots = 1;

    public FakeClock(DateTimeOffset utc, string zone = "Europe/Berlin")
    {
        Utc = utc;
        Zone = TimeZoneInfo.FindSystemTimeZoneById(zone);
    }

    public DateTimeOffset Utc { get; set; }

    public TimeZoneInfo Zone { get; set; }

    public TimeSpan Monotonic { get; private set; } = TimeSpan.FromMinutes(7);

    public TimeSpan Boottime { get; private set; } = TimeSpan.FromMinutes(7);

    public ClockDomain Domain => new($"boot-{boots}");

    public Reading Reading => new(
        Instant.MicrosecondsOf(Utc), Monotonic, Boottime, Domain);

    public Moment Moment => new(Reading, Zone);

    public void Work(TimeSpan duration)
    {
        Utc += duration;
        Monotonic += duration;
        Boottime += duration;
    }

    public void Sleep(TimeSpan duration)
    {
        Utc += duration;
        Boottime += duration;
    }

    public void StepWallClock(TimeSpan by) => Utc += by;

    public void Reboot(TimeSpan downtime)
    {
        boots++;
        Utc += downtime;
        Monotonic = Boottime = TimeSpan.FromSeconds(9);
    }
}
