using CsCheck;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests.Time;

/// <summary>Any order of work, sleep, steps and polls, of any magnitude.</summary>
public sealed class GapDetectorPropertyTests
{
    private const int Sequences = 3000;

    private enum Happens
    {
        Work,
        Sleep,
        Step,
        Poll,
    }

    // Microseconds from one to a year, each magnitude as likely as any other.
    private static readonly Gen<TimeSpan> Amount =
        Gen.Double[0, 13.5].Select(power => TimeSpan.FromMicroseconds((long)Math.Pow(10, power)));

    private static readonly Gen<(Happens What, TimeSpan Amount, bool IsBack)[]> Days =
        Gen.Select(Gen.Int[0, 3].Select(what => (Happens)what), Amount, Gen.Bool).Array[1, 30];

    [Fact]
    [Trait("Invariant", "INV-16")]
    public void EverySleepOverASecond_IsOneGapOfItsLength_WhateverTheWallClockDoes() => ForAnyDay((day, desk) =>
    {
        TimeSpan slept = default;
        List<TimeSpan> expected = [];
        foreach (var (what, amount, isBack) in day)
        {
            Happen(desk.Clock, what, amount, isBack);
            slept += what == Happens.Sleep ? amount : default;
            if (what == Happens.Poll)
            {
                desk.Ledger.Observe(Watch.Kept);
                desk.Ledger.Alive();
                AddIfAsked();
            }
        }

        desk.Ledger.Observe(Watch.Kept);
        AddIfAsked();
        return expected.SequenceEqual(desk.Ledger.Gaps.Select(gap => gap.Range.Suspended))
            && desk.Ledger.Gaps.All(gap => gap.Kind == GapKind.Suspend && gap.Range.Duration == gap.Range.Suspended);

        void AddIfAsked()
        {
            if (slept > GapDetector.SuspendMin)
            {
                expected.Add(slept);
            }

            slept = default;
        }
    });

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void TheWallClocksSteps_ChangeNoDuration() => ForAnyDay((day, desk) =>
    {
        var elapsed = TimeSpan.Zero;
        foreach (var (what, amount, isBack) in day)
        {
            Happen(desk.Clock, what, amount, isBack);
            elapsed += what is Happens.Work or Happens.Sleep ? amount : default;
            desk.Ledger.Observe(Watch.Kept);
        }

        desk.Ledger.Execute(Desk.Stop());
        return desk.LastClosed.Duration == elapsed && desk.LastClosed.Certainty == Certainty.Certain;
    });

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void Slewing_IsNoStep() => Gen.Select(Gen.Double[-0.0005, 0.0005], Gen.Int[1, 3000]).Sample((rate, seconds) =>
    {
        var desk = Running();
        var last = desk.Clock.Reading;
        desk.Clock.Work(TimeSpan.FromSeconds(seconds));
        desk.Clock.StepWallClock(TimeSpan.FromSeconds(seconds * rate));
        return GapDetector.Detect(new(last, null), Watch.Kept, desk.Clock.Reading, desk.Ledger.Timer).Step is null;
    });

    private static void Happen(FakeClock clock, Happens what, TimeSpan amount, bool isBack)
    {
        switch (what)
        {
            case Happens.Work:
                clock.Work(amount);
                break;
            case Happens.Sleep:
                clock.Sleep(amount);
                break;
            case Happens.Step:
                clock.StepWallClock(isBack ? -amount : amount);
                break;
        }
    }

    private static Desk Running()
    {
        var desk = new Desk();
        desk.Ledger.Execute(Desk.Start("Plan"));
        return desk;
    }

    private static void ForAnyDay(Func<(Happens What, TimeSpan Amount, bool IsBack)[], Desk, bool> holds) =>
        Days.Sample(day => holds(day, Running()), iter: Samples.UpTo(Sequences));
}
