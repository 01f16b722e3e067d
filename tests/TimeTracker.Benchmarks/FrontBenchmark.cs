using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace TimeTracker.Benchmarks;

/// <summary>What a person waits for in a store of years: Tab, the prompt, what runs, a month's report.</summary>
internal static class FrontBenchmark
{
    private const int Entries = 100_000;
    private const int FewEntries = 1_000;
    private const int Rounds = 200;
    private const int WarmUp = 50;

    // Each completer, with what it finds at once and with what it looks for in vain through the whole history.
    private static readonly string[] Typed =
    [
        "Start-TtTimer x -Project roject",
        "Start-TtTimer x -Tag ",
        "Start-TtTimer 'task 19",
        "Start-TtTimer nonesuch",
        "Start-TtTimer größe",
        "Set-TtEntry nonesuch",
        "Set-TtEntry äöü",
    ];

    internal static void Run()
    {
        var folder = Directory.CreateTempSubdirectory("timetracker-benchmark-").FullName;
        try
        {
            var (many, few) = (Path.Combine(folder, "many"), Path.Combine(folder, "few"));
            BusyStore.Fill(many, Entries);
            BusyStore.Fill(few, FewEntries);
            Measure(many, few);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Measure(string many, string few)
    {
        using var runspace = Engine.NewRunspace();
        Engine.Invoke(runspace, $"Import-Module '{Engine.Manifest}'");
        Engine.Home = many;
        var tab = new Sampler();
        foreach (var typed in Typed)
        {
            tab.Add(typed, () =>
            {
                using var shell = PowerShell.Create(runspace);
                CommandCompletion.CompleteInput(typed, typed.Length, null, shell);
            });
        }

        Console.WriteLine($"with {Entries:N0} entries:");
        Tell(tab.Run(Rounds, WarmUp));

        var command = new Sampler();
        command.Add("Get-TtTimer", Command(runspace, "Get-TtTimer"));
        command.Add("Write-TtPrompt", Command(runspace, "Write-TtPrompt"));
        Tell(command.Run(Rounds, WarmUp));

        var report = Command(runspace, "Get-TtReport -Month -GroupBy Project");
        var reports = new Sampler();
        reports.Add("a month's report", () => In(many, report));
        reports.Add("a month's report, few entries", () => In(few, report));
        var p50 = reports.Run(Rounds, WarmUp);
        Tell(p50);
        Console.WriteLine($"of many and few ({FewEntries:N0})           "
            + $"{p50["a month's report"] / p50["a month's report, few entries"]:0.00} x");
        Engine.Invoke(runspace, "Remove-Module TimeTracker");
    }

    private static Action Command(Runspace runspace, string script)
    {
        var prepared = Engine.Prepared(runspace, script);
        return () => prepared.Invoke();
    }

    private static void In(string home, Action act)
    {
        Engine.Home = home;
        act();
    }

    private static void Tell(Dictionary<string, double> p50)
    {
        foreach (var (name, time) in p50)
        {
            Console.WriteLine($"{name,-34} {time:0.00} ms");
        }
    }
}
