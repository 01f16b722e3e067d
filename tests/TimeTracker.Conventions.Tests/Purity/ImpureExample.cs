using System.Diagnostics;

namespace TimeTracker.Conventions.Tests.Purity;

/// <summary>Does what a pure assembly must not, for the check to find it. Nobody calls it.</summary>
internal static class ImpureExample
{
#pragma warning disable CA2211, CA5394, S2223 // What is wrong with these is what they are here for.
    internal static int Changing;

    internal static object?[] Everything() =>
    [
        File.Exists("a"), Directory.Exists("a"), Environment.MachineName, Guid.NewGuid(), Guid.CreateVersion7(),
        DateTime.Now, DateTime.UtcNow, DateTimeOffset.Now, DateTimeOffset.UtcNow, Thread.CurrentThread,
        Task.Run(() => Changing++), new Random().Next(), Stopwatch.GetTimestamp(), Console.Out, TimeZoneInfo.Local,
    ];
#pragma warning restore CA2211, CA5394, S2223
}
