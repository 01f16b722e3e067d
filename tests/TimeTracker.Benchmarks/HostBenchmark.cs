using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using TimeTracker.Core;
using TimeTracker.TestKit;

namespace TimeTracker.Benchmarks;

/// <summary>
/// The native-messaging host as it is installed, published with NativeAOT here: its start beside that of an empty program
/// that was made the same way, its memory and size, what it costs to look whether the store has changed, and how soon it
/// answers and tells.
/// </summary>
internal static class HostBenchmark
{
    private const int Rounds = 60;
    private const int WarmUp = 5;
    private const int Looks = 200_000;
    private const double LooksPerSecond = 5;
    private const double Megabyte = 1_000_000;

    // Names one that was published before, where several are compared: publishing takes minutes.
    private const string PublishedHost = "TIMETRACKER_PUBLISHED_HOST";

    internal static readonly string Project =
        Path.Combine(Engine.Root, "native-host", "TimeTracker.NativeHost", "TimeTracker.NativeHost.csproj");

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("timetracker-benchmark-").FullName;
        try
        {
            Look(folder);
            var host = Environment.GetEnvironmentVariable(PublishedHost)
                ?? Publish(Project, Path.Combine(folder, "host"), "TimeTracker.NativeHost");
            var empty = Publish(EmptyProject(Path.Combine(folder, "source")), Path.Combine(folder, "empty"), "Empty");
            Size(Path.GetDirectoryName(host)!);
            Start(host, empty, Path.Combine(folder, "home"));
            HostReplies.Run(host, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Look(string folder)
    {
        using var tracker = Tracker.Open(new TrackerOptions { Folder = Path.Combine(folder, "looked-at") });
        for (var i = 0; i < Looks / 10; i++)
        {
            tracker.Changes();
        }

        var began = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < Looks; i++)
        {
            tracker.Changes();
        }

        var each = (Environment.CpuUsage.TotalTime - began).TotalMicroseconds / Looks;
        Console.WriteLine($"a look whether the store changed   {each:0.0} µs; {LooksPerSecond} a second are {each * LooksPerSecond / 10_000:0.0000} % of a core");
    }

    private static void Start(string host, string empty, string home)
    {
        var (starts, ends, residents, emptyRuns) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = -WarmUp; round < Rounds; round++)
        {
            var (start, end, resident) = FirstSnapshot(host, home);
            var began = Stopwatch.GetTimestamp();
            ChildProcess.Finish(ChildProcess.Start(empty));
            if (round >= 0)
            {
                emptyRuns.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                starts.Add(start);
                ends.Add(end);
                residents.Add(resident);
            }
        }

        var (mine, nothing) = (Sampler.Median(starts), Sampler.Median(emptyRuns));
        Console.WriteLine($"an empty program, start to end     {nothing:0.0} ms");
        Console.WriteLine($"the host, start to first snapshot  {mine:0.0} ms = {mine / nothing:0.0} x that");
        Console.WriteLine($"the host, end of input to its end  {Sampler.Median(ends):0.0} ms");
        Console.WriteLine($"resident behind its first snapshot {Sampler.Median(residents):0.0} MB");
    }

    /// <summary>Starts a host and waits for its first snapshot: how long that took, how long its end, and its memory.</summary>
    private static (double Start, double End, double Resident) FirstSnapshot(string host, string home)
    {
        var began = Stopwatch.GetTimestamp();
        var talk = new HostTalk(host, home);
        var started = Stopwatch.GetElapsedTime(began);
        var resident = talk.Resident / Megabyte;
        began = Stopwatch.GetTimestamp();
        talk.Dispose();
        return (started.TotalMilliseconds, Stopwatch.GetElapsedTime(began).TotalMilliseconds, resident);
    }

    private static void Size(string folder)
    {
        var files = Directory.EnumerateFiles(folder)
            .Where(file => Path.GetFileNameWithoutExtension(file) is "TimeTracker" or "TimeTracker.NativeHost" or "libe_sqlite3"
                && Path.GetExtension(file) is not (".dbg" or ".pdb" or ".xml"))
            .Select(file => new FileInfo(file));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"executable and native library      {files.Sum(file => file.Length) / Megabyte:0.0} MB"));
    }

    private static string EmptyProject(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), "return 0;");
        var project = Path.Combine(folder, "Empty.csproj");
        File.WriteAllText(project, """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><PublishAot>true</PublishAot>
              </PropertyGroup>
            </Project>
            """);
        return project;
    }

    internal static string Publish(string project, string folder, string program)
    {
        using var publish = Process.Start("dotnet", [
            "publish", project, "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", folder,
            "-p:Aot=true", "-p:UseTimeTrackerAnalyzers=false", "-p:CppCompilerAndLinker=gcc", "-v", "quiet", "-nologo",
        ]);
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? Path.Combine(folder, program)
            : throw new InvalidOperationException($"{project} could not be published.");
    }
}
