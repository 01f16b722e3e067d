using TimeTracker.Analyzers.CodeFixes;
using TimeTracker.Analyzers.Rules;
using TimeTracker.Analyzers.Tests.Harness;

namespace TimeTracker.Analyzers.Tests.Rules;

public sealed class WallClockDurationTests
{
    [Fact]
    public Task Duration_IsMeasuredWithTheProviderAtHand()
        => Verify.Fixes<WallClockDurationAnalyzer, WallClockDurationFix>(
        """
        public class Meter(TimeProvider clock)
        {
            public TimeSpan Measure(Action work)
            {
                DateTime start = DateTime.UtcNow;
                work();
                return [|DateTime.UtcNow - start|];
            }

            public DateTimeOffset Now => clock.GetUtcNow();
        }
        """,
        """
        public class Meter(TimeProvider clock)
        {
            public TimeSpan Measure(Action work)
            {
                var start = clock.GetTimestamp();
                work();
                return clock.GetElapsedTime(start);
            }

            public DateTimeOffset Now => clock.GetUtcNow();
        }
        """);

    [Fact]
    public Task Reading_OutsideTheClockTypes_IsFoundWhereTheyAreNamed()
        => Verify.Fixes<WallClockDurationAnalyzer, WallClockDurationFix>(
        Clocks, Clocks, settings: "timetracker.clock_types = App.Clock");

    private const string Clocks = """
        namespace App;

        public class Clock
        {
            public DateTime Now => DateTime.UtcNow;
        }

        public class Other
        {
            public DateTime Now => [|DateTime.UtcNow|];
        }
        """;
}
