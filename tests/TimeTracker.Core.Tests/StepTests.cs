using TimeTracker.Domain;

namespace TimeTracker.Core.Tests;

/// <summary>What one invocation did is taken back as one, or not at all.</summary>
public sealed class StepTests : IDisposable
{
    private readonly Bench _bench = new();
    private readonly List<EntryId> _entries;

    public StepTests() => _entries =
        [.. Enumerable.Range(0, 3).Select(hour => _bench.Add($"Task {hour}", Bench.Monday(hour + 8), TimeSpan.FromMinutes(50)))];

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Undo_TakesBackAllOfAStep_AndTheNextOneTheStepBefore()
    {
        _bench.Do(Renamed(_entries[0], "Before"));
        Step([.. _entries.Select(entry => Renamed(entry, "New"))]);

        var undone = _bench.Do(new Command.Undo());

        Assert.Equal(["Before", "Task 1", "Task 2"], Descriptions());
        Assert.Equal(_entries.AsEnumerable().Reverse(), undone.Changed.Select(view => view.Entry.Id));
        _bench.Do(new Command.Undo());
        Assert.Equal(["Task 0", "Task 1", "Task 2"], Descriptions());
    }

    [Fact]
    public void Undo_OfAStepWhoseFirstCommandWasRefused_TakesTheOthersBack()
    {
        var unknown = new EntryId(Guid.Parse("01890000-0000-7000-8000-000000000001"));
        Step(new Command.Remove(unknown), Renamed(_entries[0], "New"), Renamed(_entries[1], "New"));
        _bench.Do(new Command.Undo());
        Assert.Equal(["Task 0", "Task 1", "Task 2"], Descriptions());
    }

    [Fact]
    public void Redo_DoesAllOfAStepAgain_AndUndoTakesItBackAgain()
    {
        Step([.. _entries.Select(entry => Renamed(entry, "New"))]);
        _bench.Do(new Command.Undo());

        _bench.Do(new Command.Redo());
        Assert.Equal(["New", "New", "New"], Descriptions());

        _bench.Do(new Command.Undo());
        Assert.Equal(["Task 0", "Task 1", "Task 2"], Descriptions());
    }

    [Fact]
    public void Undo_OfMoreThanOneCommandCanSay_TakesAllBack()
    {
        Step([.. Enumerable.Range(0, 300).Select(index => Renamed(_entries[index % 3], $"New {index}"))]);
        _bench.Do(new Command.Undo());
        Assert.Equal(["Task 0", "Task 1", "Task 2"], Descriptions());
    }

    [Fact]
    public void Undo_WhereSomeOfAStepCannotBeTakenBack_NamesEachBlockerAndChangesNothing()
    {
        var step = Step([.. _entries.Select(entry => Renamed(entry, "New"))]);
        var blockers = new[] { _entries[0], _entries[2] }.Select(entry => _bench.Do(Renamed(entry, "Newer")).Id).ToList();

        var rejection = Rejected(new Command.Undo(step, Chosen: true));

        Assert.Equal(RejectionCode.CannotUndo, rejection.Code);
        Assert.All(blockers, blocker => Assert.Contains(blocker.ToString(), rejection.Message, StringComparison.Ordinal));
        Assert.Equal(["Newer", "New", "Newer"], Descriptions());
        Assert.Equal(rejection, Assert.IsType<CommandPreview.Rejected>(
            _bench.Tracker.Preview(new Command.Undo(step, Chosen: true))).Rejection);
    }

    [Fact]
    public void Undo_ThatIsRefused_NamesNoCommandOfTheStepItself()
    {
        var step = Step(Renamed(_entries[0], "First"), Renamed(_entries[0], "Second"));
        var blocker = _bench.Do(Renamed(_entries[0], "Later")).Id;
        var rejection = Rejected(new Command.Undo(step, Chosen: true));
        Assert.Equal(blocker, rejection.Blocker);
        Assert.Equal(Rejection.Several([rejection]), rejection);
        Assert.Single(rejection.Message.Split("later command").Skip(1));
    }

    [Fact]
    public void Undo_OfAChosenStep_LeavesWhatCameAfter()
    {
        var chosen = Step(Renamed(_entries[0], "New"), Renamed(_entries[1], "New"));
        _bench.Do(Renamed(_entries[2], "Later"));

        _bench.Do(new Command.Undo(chosen, Chosen: true));

        Assert.Equal(["Task 0", "Task 1", "Later"], Descriptions());
        _bench.Do(new Command.Redo());
        Assert.Equal(["New", "New", "Later"], Descriptions());
    }

    [Fact]
    public void Undo_OfAnyCommandOfAStep_TakesBackTheStep()
    {
        var ids = Ids(Renamed(_entries[0], "New"), Renamed(_entries[1], "New"), Renamed(_entries[2], "New"));
        _bench.Do(new Command.Undo(ids[1], Chosen: true));
        Assert.Equal(["Task 0", "Task 1", "Task 2"], Descriptions());
    }

    [Fact]
    public void Undo_OfWhatWasTakenBack_OrNeverWas_IsRefused()
    {
        var step = Step(Renamed(_entries[0], "New"), Renamed(_entries[1], "New"));
        _bench.Do(new Command.Undo());
        Assert.Equal(RejectionCode.CannotUndo, Rejected(new Command.Undo(step, Chosen: true)).Code);
        Assert.Equal(RejectionCode.CannotUndo, Rejected(new Command.Undo(Tracker.NewCommandId(), Chosen: true)).Code);
    }

    [Fact]
    public void Undo_GivenTheLatestCommandThatWasSeen_TakesBackItsStep_AndRefusesAnOlderOne()
    {
        var ids = Ids(Renamed(_entries[0], "New"), Renamed(_entries[1], "New"));
        var later = _bench.Do(Renamed(_entries[2], "Later")).Id;
        Assert.Equal(RejectionCode.CannotUndo, Rejected(new Command.Undo(ids[1])).Code);
        _bench.Do(new Command.Undo(later));
        _bench.Do(new Command.Undo(ids[1]));
        Assert.Equal(["Task 0", "Task 1", "Task 2"], Descriptions());
    }

    [Fact]
    public void ARepeatOfAnUndo_GivesWhatTheFirstChanged()
    {
        Step([.. _entries.Select(entry => Renamed(entry, "New"))]);
        var id = Tracker.NewCommandId();
        var first = Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, new Command.Undo()));
        var again = Assert.IsType<CommandResult.Done>(_bench.Tracker.Execute(id, new Command.Undo()));
        Assert.True(again.Repeated);
        Assert.Equal(first.Changed.Select(view => view.Entry.Id), again.Changed.Select(view => view.Entry.Id));
    }

    [Fact]
    public void APreview_ListsAllThatTheUndoOfAStepWouldChange()
    {
        Step([.. _entries.Select(entry => Renamed(entry, "New"))]);
        var preview = Assert.IsType<CommandPreview.Accepted>(_bench.Tracker.Preview(new Command.Undo()));
        Assert.Equal(["Task 2", "Task 1", "Task 0"], preview.Changes.Select(change => change.After.Entry.Description.Value));
        Assert.All(preview.Changes, change => Assert.Equal("New", change.Before!.Entry.Description.Value));
        Assert.Equal(["New", "New", "New"], Descriptions());
    }

    [Fact]
    public void TheSteps_AreTold_TheLatestFirst()
    {
        var first = Step([.. _entries.Select(entry => Renamed(entry, "New"))]);
        var second = _bench.Do(new Command.Remove(_entries[0])).Id;
        var steps = _bench.Tracker.UndoableSteps(2);
        Assert.Equal([second, first], steps.Select(step => step.Id));
        Assert.Equal(["New", "New", "New"], steps[1].Descriptions);
        Assert.Equal(first, _bench.Tracker.FindUndoable(steps[1].Latest)!.Id);
        Assert.Null(_bench.Tracker.FindUndoable(Tracker.NewCommandId()));
    }

    [Fact]
    public void History_NamesTheStepOfEachChange()
    {
        var step = Step([.. _entries.Select(entry => Renamed(entry, "New"))]);
        var alone = _bench.Do(new Command.Remove(_entries[0])).Id;
        var history = _bench.Tracker.Reports.History(null, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, newest: 4);
        Assert.Equal([step, step, step, alone], history.Select(item => item.Step));
    }

    private static Command.Edit Renamed(EntryId entry, string description) =>
        new(entry, new Details { Description = description });

    /// <summary>Gives commands as one invocation does; the id is the step's.</summary>
    private CommandId Step(params Command[] commands) => Ids(commands)[0];

    private List<CommandId> Ids(params Command[] commands)
    {
        var ids = commands.Select(_ => Tracker.NewCommandId()).ToList();
        foreach (var (id, command) in ids.Zip(commands))
        {
            _bench.Tracker.Execute(id, command, id == ids[0] ? null : ids[0]);
        }

        return ids;
    }

    private Rejection Rejected(Command command) =>
        Assert.IsType<CommandResult.Rejected>(_bench.Tracker.Execute(command)).Rejection;

    private string[] Descriptions() => [.. _bench.All().Select(view => view.Entry.Description.Value)];
}
