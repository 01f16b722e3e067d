using CsCheck;
using TimeTracker.Core.Sync;

namespace TimeTracker.Core.Tests.Sync;

/// <summary>How long it waits after a failure.</summary>
public sealed class RetryScheduleTests
{
    [Fact]
    [Trait("Invariant", "INV-13")]
    public void TheWait_IsNeverBelowWhatTheServerAsks_NorAboveTheCaps() => Gen.Select(
            Gen.Int[1, int.MaxValue], Gen.Double[0, 1].Where(chance => chance < 1), Gen.Long[-10, 40_000_000].Nullable())
        .Sample((attempts, chance, seconds) =>
        {
            var asked = seconds is { } some ? TimeSpan.FromSeconds(some) : (TimeSpan?)null;
            var wait = RetrySchedule.Wait(attempts, asked, chance);
            var floor = asked is { Ticks: > 0 } least ? (least < RetrySchedule.RetryAfterCap ? least : RetrySchedule.RetryAfterCap) : TimeSpan.Zero;
            return wait >= floor && wait <= (floor > RetrySchedule.Cap ? floor : RetrySchedule.Cap);
        });

    [Fact]
    public void BeforeTheFirstAttempt_ThereIsNoWait() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RetrySchedule.Wait(0, null, 0.5));

    [Fact]
    [Trait("Invariant", "INV-13")]
    public void WithoutLuck_ItDoublesUntilTheCap() => Assert.Equal(
        [1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300],
        Enumerable.Range(1, 11).Select(attempt => (int)Math.Round(RetrySchedule.Wait(attempt, null, 0.999999).TotalSeconds)));
}
