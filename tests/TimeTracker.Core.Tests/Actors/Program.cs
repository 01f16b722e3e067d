using TimeTracker.Domain;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests.Actors;

/// <summary>
/// This assembly run as a program: one of many processes on one store. Each line on its input begins a round, in which
/// it opens the store, gives one command and says what came of it; the end of the input ends it. start-once does one
/// round at once.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var (act, folder, number) = (arguments[0], arguments[1], int.Parse(arguments[2], null));
        if (act == "start-once")
        {
            Console.WriteLine(Act("start", folder, number, round: 1));
            return 0;
        }

        WarmUp();
        Console.WriteLine("ready");
        while (Console.ReadLine() is { } round)
        {
            Console.WriteLine(Act(act, folder, number, int.Parse(round, null)));
        }

        return 0;
    }

    private static string Act(string act, string folder, int number, int round)
    {
        try
        {
            using var tracker = Tracker.Open(new TrackerOptions { Folder = folder, BusyTimeout = Bench.BusyTimeout });
            return tracker.Execute(act == "add" ? Add(number, round) : Bench.Start($"{round}/{number}")) switch
            {
                CommandResult.Done done => $"done {done.Id}",
                CommandResult.Rejected rejected => $"{rejected.Rejection.Code} {rejected.Rejection.Message}",
                var other => other.GetType().Name,
            };
        }
        catch (StoreException failure)
        {
            return $"{failure.Fault} {failure.Message}";
        }
    }

    /// <summary>On a store of its own, so that the race is one for the store and not for the compiler.</summary>
    private static void WarmUp()
    {
        using var own = new TemporaryFolder();
        Act("add", own.Path, number: 0, round: 0);
        Act("start", own.Path, number: 0, round: 0);
    }

    /// <summary>An entry of a minute that no other process and no other round has.</summary>
    private static Command.Add Add(int number, int round)
    {
        var start = new DateTimeOffset(2025, 6, 2, 0, 0, 0, TimeSpan.Zero).AddDays(round).AddMinutes(number);
        return new(new Details { Description = $"{round}/{number}" }, start, start.AddMinutes(1));
    }
}
