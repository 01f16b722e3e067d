using System.Diagnostics;
using TimeTracker.Core;

namespace TimeTracker.Benchmarks;

/// <summary>The module on the real engine: its import beside an empty module's, a cmdlet beside the façade, its memory.</summary>
internal static class ModuleBenchmark
{
    private const int Imports = 15;
    private const int Rounds = 600;
    private const int WarmUp = 600;

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("timetracker-benchmark-").FullName;
        Engine.Home = Path.Combine(folder, "home");
        try
        {
            Importing(folder);
            Cmdlets(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Importing(string folder)
    {
        var empty = Path.Combine(folder, "Empty.psd1");
        File.WriteAllText(empty, "@{ ModuleVersion = '1.0'; FunctionsToExport = @(); CmdletsToExport = @(); AliasesToExport = @() }");

        // The first import in a process pays for the engine's own start, so each sample is the first of a runspace.
        _ = Import(empty);
        var before = Memory();
        var first = Import(Engine.Manifest);
        var emptyTimes = new List<double>();
        var ourTimes = new List<double>();
        for (var i = 0; i < Imports; i++)
        {
            emptyTimes.Add(Import(empty));
            ourTimes.Add(Import(Engine.Manifest));
        }

        var (mine, nothing) = (Sampler.Median(ourTimes), Sampler.Median(emptyTimes));
        Console.WriteLine($"Import-Module, empty module        {nothing:0.0} ms");
        Console.WriteLine($"Import-Module, first of process    {first:0.0} ms = {first - nothing:0.0} ms above empty");
        Console.WriteLine($"Import-Module, later runspaces     {mine:0.0} ms = {mine - nothing:0.0} ms above empty");

        using var runspace = Engine.NewRunspace();
        Engine.Invoke(runspace, $"Import-Module '{Engine.Manifest}'; Start-TtTimer 'Plan'; Get-TtTimer | Out-Default; Stop-TtTimer");
        Console.WriteLine($"memory above the bare engine       {(Memory() - before) / 1048576.0:0.0} MB");
    }

    private static void Cmdlets(string folder)
    {
        using var runspace = Engine.NewRunspace();
        Engine.Invoke(runspace, $"Import-Module '{Engine.Manifest}'");
        using var start = Engine.Prepared(runspace, "Start-TtTimer 'Write the report' -Project Acme -Tag deep");
        using var stop = Engine.Prepared(runspace, "Stop-TtTimer");
        using var get = Engine.Prepared(runspace, "Get-TtTimer");
        using var nothing = Engine.Prepared(runspace, "Get-Module NoSuchModule");
        using var tracker = Tracker.Open(new TrackerOptions { Folder = Path.Combine(folder, "facade") });

        var sampler = new Sampler();
        sampler.Add("start", () => start.Invoke());
        sampler.Add("stop", () => stop.Invoke());
        sampler.Add("get", () => get.Invoke());
        sampler.Add("nothing", () => nothing.Invoke());
        sampler.Add("facade start", () => tracker.Execute(new Domain.Command.Start(
            new() { Description = "Write the report", Project = "Acme", Tags = ["deep"] }, Domain.When.Now.Value)));
        sampler.Add("facade stop", () => tracker.Execute(new Domain.Command.Stop(Domain.When.Now.Value)));
        var p50 = sampler.Run(Rounds, WarmUp);
        Console.WriteLine($"Start-TtTimer                      {p50["start"]:0.000} ms = {p50["start"] - p50["facade start"]:0.000} ms above the façade");
        Console.WriteLine($"Stop-TtTimer                       {p50["stop"]:0.000} ms = {p50["stop"] - p50["facade stop"]:0.000} ms above the façade");
        Console.WriteLine($"Get-TtTimer                        {p50["get"]:0.000} ms");
    }

    private static double Import(string module)
    {
        using var runspace = Engine.NewRunspace();
        var start = Stopwatch.GetTimestamp();
        Engine.Invoke(runspace, $"Import-Module '{module}'");
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static long Memory()
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        return process.WorkingSet64;
    }
}
