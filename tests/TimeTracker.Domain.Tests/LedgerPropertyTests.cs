using CsCheck;
using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests;

/// <summary>Whatever people and clocks do, in any order.</summary>
public sealed class LedgerPropertyTests
{
    private const int Sequences = 2000;

    private static readonly Gen<(Action<FakeClock> Event, Func<IReadOnlyList<EntryId>, DateTimeOffset, Command> Command)[]>
        Days = Gen.Select(CommandGen.ClockEvent, CommandGen.Command).Array[1, 25];

    [Fact]
    [Trait("Invariant", "INV-04")]
    [Trait("Invariant", "INV-05")]
    public void AnySequence_KeepsAtMostOneEntryOpenAndNoneTurnedAround() => ForAnyDay((desk, _) =>
        desk.Ledger.Live.Count(entry => entry.IsRunning) <= 1
        && desk.Ledger.Entries.All(entry => entry.Span is not EntrySpan.Closed { Duration.Ticks: < 0 }));

    [Fact]
    public void AnySequence_CanBeStopped() => ForAnyDay((desk, _) =>
        desk.Ledger.Execute(Desk.Stop()) is not Decision.Rejected && desk.Ledger.Timer is TimerState.Idle);

    [Fact]
    [Trait("Invariant", "INV-17")]
    public void AnyRunningEntry_HasRunJustAsLongAsTheMachineSays() => ForAnyDay((desk, _) =>
    {
        if (desk.Ledger.Timer is not TimerState.Running running)
        {
            return true;
        }

        var before = running.EndAt(desk.Clock.Reading, desk.Ledger.Checkpoint);
        desk.Clock.StepWallClock(TimeSpan.FromHours(-30));
        desk.Work(11);
        var after = running.EndAt(desk.Clock.Reading, desk.Ledger.Checkpoint);
        return before.Certainty == Certainty.Estimated
            || after.End - before.End == TimeSpan.FromMinutes(11);
    });

    [Fact]
    [Trait("Invariant", "INV-07")]
    public void AnyCommandThatActsNow_IsNotRefusedForAnOverlap() => ForAnyDay((_, decisions) =>
        decisions.All(pair => pair.Decision is not Decision.Rejected { Rejection.Code: RejectionCode.Overlaps }
            || pair.Command is not (Command.Start(_, When.Now) or Command.Stop(When.Now, _)
                or Command.Switch(_, When.Now, _) or Command.Suspend(When.Now, _)
                or Command.Resume(When.Now, _) or Command.Continue(_, When.Now))));

    [Fact]
    public void UndoingEverything_LeavesNothing() => ForAnyDay((desk, _) =>
    {
        while (desk.Ledger.Execute(new Command.Undo()) is Decision.Accepted)
        {
        }

        return desk.Ledger.Live.Count == 0 && desk.Ledger.Projects.All(project => project.Removed);
    });

    [Fact]
    public void UndoingOneCommand_RestoresWhatWasBefore() => ForAnyDay((desk, _) =>
    {
        var before = Shown(desk);
        if (desk.Ledger.Execute(Desk.Switch("One more")) is Decision.Accepted)
        {
            desk.Ledger.Execute(new Command.Undo());
        }

        return before.SequenceEqual(Shown(desk));
    });

    /// <summary>All that counts of an entry; where its time is counted from may move, its time may not.</summary>
    private static List<Entry> Shown(Desk desk) =>
        [.. desk.Ledger.Live.Select(entry => entry with
        {
            Span = entry.Span is EntrySpan.Open open ? new EntrySpan.Open(open.Start, open.Start.Instant) : entry.Span,
        })];

    private static void ForAnyDay(Func<Desk, IReadOnlyList<(Command Command, Decision Decision)>, bool> holds) =>
        Days.Sample(
            day =>
            {
                var desk = new Desk();
                var decisions = new List<(Command, Decision)>();
                foreach (var (happens, make) in day)
                {
                    happens(desk.Clock);
                    var command = make([.. desk.Ledger.Entries.Select(entry => entry.Id)], desk.Clock.Utc);
                    decisions.Add((command, desk.Ledger.Execute(command)));
                }

                return holds(desk, decisions);
            },
            iter: Samples.UpTo(Sequences));
}
