using CsCheck;
using TimeTracker.Domain;

namespace TimeTracker.Domain.TestKit;

/// <summary>Random people: what they do, what their clocks do meanwhile, and which entry they mean.</summary>
public static class CommandGen
{
    private static readonly Gen<Details> Details = Gen.Select(
        OneOf("Write the report", "Review", "Plan", "Call"),
        OneOf<string?>(null, string.Empty, "Acme", "acme ", "Home"),
        OneOf<string[]?>(null, [], ["deep"], ["a", "b"]),
        (description, project, tags) => new Details { Description = description, Project = project, Tags = tags });

    private static readonly Gen<When> When = Gen.Frequency(
        (5, Gen.Const<When>(Domain.When.Now.Value)),
        (2, Gen.Int[0, 7200].Select(seconds => (When)new When.Ago(TimeSpan.FromSeconds(seconds)))));

    private static readonly Gen<Adjustment> Adjust = OneOf(Enum.GetValues<Adjustment>());

    private static readonly Gen<string> Name = OneOf("Acme", "ACME", "Home", "Apex");

    /// <summary>What happens to the clocks between two commands.</summary>
    public static Gen<Action<FakeClock>> ClockEvent { get; } = Gen.Frequency(
        (8, Gen.Int[0, 5000].Select(seconds => (Action<FakeClock>)(clock => clock.Work(TimeSpan.FromSeconds(seconds))))),
        (1, Gen.Int[1, 40000].Select(seconds => (Action<FakeClock>)(clock => clock.Sleep(TimeSpan.FromSeconds(seconds))))),
        (1, Gen.Int[-9000, 9000].Select(seconds =>
            (Action<FakeClock>)(clock => clock.StepWallClock(TimeSpan.FromSeconds(seconds))))),
        (1, Gen.Int[1, 9000].Select(seconds =>
            (Action<FakeClock>)(clock => clock.Reboot(TimeSpan.FromSeconds(seconds))))));

    /// <summary>A command, given the entries that there are (by number) and what time it is.</summary>
    public static Gen<Func<IReadOnlyList<EntryId>, DateTimeOffset, Command>> Command { get; } = Gen.Frequency(
        (6, Gen.Select(Details, When, (details, when) => Make((_, _) => new Command.Start(details, when)))),
        (6, When.Select(when => Make((_, _) => new Command.Stop(when)))),
        (4, Gen.Select(Details, When, (details, when) => Make((_, _) => new Command.Switch(details, when)))),
        (2, When.Select(when => Make((_, _) => new Command.Suspend(when)))),
        (2, When.Select(when => Make((_, _) => new Command.Resume(when)))),
        (1, Gen.Const(Make((_, _) => new Command.Cancel()))),
        (2, Gen.Select(Gen.Int[0, 9], When, (index, when) =>
            Make((ids, _) => new Command.Continue(Pick(ids, index), when)))),
        (3, Gen.Select(Details, Gen.Int[0, 20000], Gen.Int[0, 7200], Adjust, (details, ago, length, adjust) =>
            Make((_, now) => new Command.Add(details, now.AddSeconds(-ago - length), now.AddSeconds(-ago))
            {
                Adjust = adjust,
            }))),
        (3, Gen.Select(Details, Gen.Int[0, 9], Gen.Int[0, 9000], Gen.Int[0, 3], (details, index, ago, which) =>
            Make((ids, now) => new Command.Edit(
                Pick(ids, index) ?? new EntryId(Guid.Empty),
                which == 0 ? new Details() : details,
                which is 1 or 3 ? now.AddSeconds(-ago) : null,
                which is 2 or 3 ? now.AddSeconds(-ago / 2) : null)))),
        (2, Gen.Int[0, 9].Select(index => Make((ids, _) =>
            new Command.Remove(Pick(ids, index) ?? new EntryId(Guid.Empty))))),
        (3, Gen.Const(Make((_, _) => new Command.Undo()))),
        (2, Gen.Const(Make((_, _) => new Command.Redo()))),
        (1, Gen.Select(Name, Name, Gen.Bool, (name, newName, merge) =>
            Make((_, _) => new Command.RenameProject(name, newName, merge)))));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Func<IReadOnlyList<EntryId>, DateTimeOffset, Command> Make(
        Func<IReadOnlyList<EntryId>, DateTimeOffset, Command> make) => make;

    private static EntryId? Pick(IReadOnlyList<EntryId> ids, int index) =>
        ids.Count == 0 ? null : ids[^(1 + (index % ids.Count))];
}
