using TimeTracker.Benchmarks;

// Run by hand: dotnet run -c Release --project tests/TimeTracker.Benchmarks [store | module]
// The figures are ratios between things measured in turn in one run; absolute times belong to the machine.
string[] wanted = args.Length == 0 ? ["store", "module"] : args;
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
        default:
            Console.Error.WriteLine($"There is no benchmark '{one}'; there are: store, module.");
            return 64;
    }
}

return 0;
