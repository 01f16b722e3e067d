using TimeTracker.Protocol.Tests.Exploring;

namespace TimeTracker.Protocol.Tests.Driving;

/// <summary>Drives a system along a trace, and compares it with the model after each step.</summary>
internal static class Replay
{
    /// <summary>Where the system first differs from the model; null if it never does.</summary>
    internal static string? FirstDifference(Trace trace, IDrivenSystem system)
    {
        var worlds = trace.Worlds().ToList();
        for (var index = 0; index < trace.Steps.Count; index++)
        {
            system.Take(trace.Steps[index]);
            var (expected, actual) = (ModelView.Of(trace.Case, worlds[index + 1]), system.Look());
            if (!expected.Equals(actual))
            {
                return $"{trace.Case.Name}, after step {index + 1} of\n{trace}\n"
                    + $"the model has\n{expected}\nthe system has\n{actual}";
            }
        }

        return null;
    }
}
