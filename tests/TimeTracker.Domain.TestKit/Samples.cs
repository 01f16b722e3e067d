using System.Globalization;

namespace TimeTracker.Domain.TestKit;

/// <summary>
/// How many samples a property is tried on: as many as it says, or TIMETRACKER_SAMPLES_MAX, where that is fewer. A run
/// of mutants repeats each test for each of them.
/// </summary>
public static class Samples
{
    private static readonly int Max = int.TryParse(
        Environment.GetEnvironmentVariable("TIMETRACKER_SAMPLES_MAX"), CultureInfo.InvariantCulture, out var max)
        ? max
        : int.MaxValue;

    public static int UpTo(int count) => Math.Min(count, Max);
}
