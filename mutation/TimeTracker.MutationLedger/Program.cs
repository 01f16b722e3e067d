using TimeTracker.MutationLedger;
using TimeTracker.MutationLedger.Checking;

if (Selection.Parse(args) is not { } selection)
{
    Console.Error.WriteLine(Selection.Usage);
    return 2;
}

return new Run(Path.Combine(Repository.Root, "mutation"), new Repository(), Console.Out).Do(selection);
