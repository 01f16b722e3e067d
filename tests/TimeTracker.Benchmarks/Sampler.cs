using System.Diagnostics;

namespace TimeTracker.Benchmarks;

/// <summary>Times several things in turn, so that a drift of the machine meets all of them.</summary>
internal sealed class Sampler
{
    private readonly List<(string Name, Action Act)> _things = [];

    internal void Add(string name, Action act) => _things.Add((name, act));

    /// <summary>The medians, by name, in milliseconds.</summary>
    internal Dictionary<string, double> Run(int rounds, int warmUp)
    {
        var times = _things.ToDictionary(thing => thing.Name, _ => new List<double>(rounds));
        for (var round = -warmUp; round < rounds; round++)
        {
            foreach (var (name, act) in _things)
            {
                var start = Stopwatch.GetTimestamp();
                act();
                var elapsed = Stopwatch.GetElapsedTime(start);
                if (round >= 0)
                {
                    times[name].Add(elapsed.TotalMilliseconds);
                }
            }
        }

        return times.ToDictionary(pair => pair.Key, pair => Median(pair.Value));
    }

    internal static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
