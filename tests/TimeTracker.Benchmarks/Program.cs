using TimeTracker.Benchmarks;

// Run by hand: dotnet run -c Release --project tests/TimeTracker.Benchmarks [store | module | front | clock | server | sync | host | browser]
// The figures are ratios between things measured in turn in one run; absolute times belong to the machine.
string[] wanted = args.Length == 0 ? ["store", "module", "front", "clock", "server", "sync", "host", "browser"] : args;
foreach (var one in wanted)
{
    switch (one)
    {
        case "store":
            StoreBenchmark.Run();
            break;
        case "module":
            ModuleBenchmark.Run();
            break;
        case "front":
            FrontBenchmark.Run();
            break;
        case "clock":
            ClockBenchmark.Run();
            break;
        case "server":
            ServerBenchmark.Run();
            break;
        case "sync":
            SyncBenchmark.Run();
            break;
        case "host":
            HostBenchmark.Run();
            break;
        case "browser":
            await BrowserBenchmark.Run();
            break;
        default:
            Console.Error.WriteLine($"There is no benchmark '{one}'; there are: store, module, front, clock, server, sync, host, browser.");
            return 64;
    }
}

return 0;
