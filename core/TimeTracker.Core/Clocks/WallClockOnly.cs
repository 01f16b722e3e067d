using TimeTracker.Domain;

namespace TimeTracker.Core.Clocks;

/// <summary>A machine that does not tell sleep from work: its readings compare by the wall clock only.</summary>
internal sealed class WallClockOnly : IClock
{
    public Reading Read() => new(WallClock.Microseconds(), TimeSpan.Zero, TimeSpan.Zero, ClockDomain.None);
}
