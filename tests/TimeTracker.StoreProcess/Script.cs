using System.Globalization;
using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.StoreProcess;

/// <summary>What the words do.</summary>
internal sealed class Script(Tracker tracker, Random random)
{
    private int _count;

    internal void Do(string word)
    {
        switch (word)
        {
            case "start":
                Give(new Command.Start(Named(), When.Now.Value));
                break;
            case "switch":
                Give(new Command.Switch(Named(), When.Now.Value));
                break;
            case "stop":
                Give(new Command.Stop(When.Now.Value));
                break;
            case "edit":
                if (tracker.CurrentEntry() is { } current)
                {
                    Give(new Command.Edit(current.Entry.Id, Named()));
                }

                break;
            case "loop":
                while (true)
                {
                    Do("switch");
                    Do("edit");
                    Do("stop");
                }

            case "live":
                while (true)
                {
                    Do(random.Next(6) switch { 0 => "stop", 1 => "edit", 2 => "start", 3 => "undo", _ => "switch" });
                    Sync(attemptsMax: 1);
                }

            case "undo":
                Give(new Command.Undo());
                break;
            case "sync":
                Sync(attemptsMax: 40);
                break;
            case "timer":
                var timer = tracker.Timer();
                Say($"timer {timer.State.GetType().Name} {Micros(timer.Entry?.Duration)} {timer.Entry?.Certainty} {timer.OpenQuestions}");
                if (timer.LastClockEvent is { } happened)
                {
                    Say($"clock {happened.Kind} {Micros(happened.Amount)}");
                }

                break;
            case "review":
                foreach (var question in tracker.Review())
                {
                    Say($"question {question.Gap.Kind} {Micros(question.Gap.Range.Duration)} {Micros(question.Gap.Range.Suspended)}");
                }

                break;
            case "entries":
                foreach (var view in tracker.Entries(new EntryQuery(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)))
                {
                    Say($"entry {Micros(view.Duration)} {view.Certainty} {view.Entry.Span.Start}");
                }

                break;
            case "wait":
                Say("waiting");
                Console.In.ReadLine();
                break;
            case "die":
                System.Diagnostics.Process.GetCurrentProcess().Kill();
                Thread.Sleep(Timeout.Infinite);
                break;
            default:
                throw new ArgumentException($"'{word}' is no word", nameof(word));
        }
    }

    // Long enough that an edit fills pages of its own.
    private Details Named() => new()
    {
        Description = $"Task {++_count} {new string('x', 400)}",
        Project = $"Project {_count % 3}",
        Tags = ["deep", $"t{_count % 5}"],
    };

    private void Sync(int attemptsMax)
    {
        for (var attempt = 0; attempt < attemptsMax; attempt++)
        {
            try
            {
                var done = tracker.Sync.Now(null, CancellationToken.None).GetAwaiter().GetResult();
                Say($"synced {done.Pushed} {done.Pulled}");
                return;
            }
            catch (SyncException failure)
            {
                Say($"not synced {failure.Fault} {failure.Message}");
                Thread.Sleep(attemptsMax > 1 ? 250 : 20); // A real server that is being restarted.
            }
        }
    }

    /// <summary>A store that fails is asked again for the same command, as every front does.</summary>
    private void Give(Command command)
    {
        var id = Tracker.NewCommandId();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                var before = Now();
                Say(tracker.Execute(id, command) switch
                {
                    CommandResult.Done done => $"ack {id} {command.Verb} {before} {Now()}{(done.Repeated ? " repeated" : string.Empty)}",
                    CommandResult.Rejected rejected => $"rejected {rejected.Rejection.Code}",
                    var other => other.GetType().Name,
                });
                return;
            }
            catch (StoreException failure)
            {
                Say($"fault {failure.Fault}");
            }
        }
    }

    // Microseconds that nobody sets, for whoever checks a duration from outside.
    private static long Now() =>
        System.Diagnostics.Stopwatch.GetTimestamp() / (System.Diagnostics.Stopwatch.Frequency / 1_000_000);

    private static void Say(FormattableString line) => Console.Out.WriteLine(FormattableString.Invariant(line));

    private static void Say(string line) => Console.Out.WriteLine(line);

    private static string Micros(TimeSpan? duration) =>
        ((duration ?? TimeSpan.Zero).Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
}
