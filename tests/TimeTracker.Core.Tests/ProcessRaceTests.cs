using System.Diagnostics;
using TimeTracker.TestKit;

namespace TimeTracker.Core.Tests;

/// <summary>Real processes on one store, let go at once.</summary>
[Trait("Runs", "processes")]
public sealed class ProcessRaceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    [Trait("Invariant", "INV-01")]
    public void FortyProcessesThatAddAtOnce_LoseNothing()
    {
        const int Processes = 40;
        const int Rounds = 20;
        var rounds = Race("add", Processes, Rounds, betweenRounds: () => { });

        Assert.All(rounds.SelectMany(round => round), answer => Assert.StartsWith("done ", answer, StringComparison.Ordinal));
        using var tracker = Tracker.Open(new TrackerOptions { Folder = _folder.Path });
        var saved = tracker.Entries(new EntryQuery(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));
        Assert.Equal(Processes * Rounds, saved.Count);
        Assert.DoesNotContain(saved, view => view.Overlaps);
    }

    [Fact]
    [Trait("Invariant", "INV-04")]
    public void TwentyProcessesThatStartATimerAtOnce_StartOne_AndTheOthersSayWhatRuns()
    {
        using var tracker = Tracker.Open(new TrackerOptions { Folder = _folder.Path });
        var winners = new List<string>();
        var rounds = Race("start", processes: 20, rounds: 50, betweenRounds: () =>
        {
            winners.Add(tracker.Timer().Entry!.Entry.Description.Value);
            tracker.Execute(Bench.Stop());
        });

        foreach (var (answers, winner) in rounds.Zip(winners))
        {
            Assert.Single(answers, answer => answer.StartsWith("done ", StringComparison.Ordinal));
            Assert.Equal(19, answers.Count(answer =>
                answer.StartsWith($"AlreadyRunning '{winner}' has been running since ", StringComparison.Ordinal)));
        }
    }

    private List<string[]> Race(string act, int processes, int rounds, Action betweenRounds)
    {
        var program = typeof(ProcessRaceTests).Assembly.Location;
        var racers = Enumerable.Range(0, processes)
            .Select(number => ChildProcess.Start("dotnet", program, act, _folder.Path, $"{number}")).ToArray();
        try
        {
            _ = Answers(racers);
            var answers = new List<string[]>();
            for (var round = 1; round <= rounds; round++)
            {
                foreach (var racer in racers)
                {
                    racer.StandardInput.WriteLine(round);
                    racer.StandardInput.Flush();
                }

                answers.Add(Answers(racers));
                betweenRounds();
            }

            return answers;
        }
        finally
        {
            foreach (var racer in racers)
            {
                racer.StandardInput.Close();
                Assert.Equal(0, ChildProcess.Finish(racer).ExitCode);
            }
        }
    }

    private static string[] Answers(IEnumerable<Process> racers) =>
        [.. racers.Select(racer => racer.StandardOutput.ReadLine() ?? racer.StandardError.ReadToEnd())];
}
