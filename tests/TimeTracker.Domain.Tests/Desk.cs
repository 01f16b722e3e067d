using TimeTracker.Domain.TestKit;

namespace TimeTracker.Domain.Tests;

/// <summary>A person at a desk on an odd fixed morning, with words for what tests do most.</summary>
internal sealed class Desk
{
    internal static readonly DateTimeOffset Morning = new(2027, 3, 9, 7, 41, 13, TimeSpan.Zero);

    internal Desk()
    {
        Clock = new FakeClock(Morning);
        Ledger = new InMemoryLedger(Clock);
    }

    internal FakeClock Clock { get; }

    internal InMemoryLedger Ledger { get; }

    internal Entry Last => Ledger.Live[^1];

    internal EntrySpan.Closed LastClosed => Assert.IsType<EntrySpan.Closed>(Last.Span);

    internal static Command.Start Start(string description, string? project = null, When? when = null) =>
        new(new Details { Description = description, Project = project }, when ?? When.Now.Value);

    internal static Command.Stop Stop(When? when = null) => new(when ?? When.Now.Value);

    internal static Command.Switch Switch(string description, When? when = null) =>
        new(new Details { Description = description }, when ?? When.Now.Value);

    internal static When Ago(double minutes) => new When.Ago(TimeSpan.FromMinutes(minutes));

    internal Entry Accept(Command command)
    {
        var accepted = Assert.IsType<Decision.Accepted>(Ledger.Execute(command));
        var entry = accepted.Operations.OfType<OperationBody.OfEntry>().Last().Entry;
        return Ledger.FindEntry(entry)!;
    }

    internal Rejection Refuse(Command command)
    {
        var before = Ledger.Operations.Count;
        var rejected = Assert.IsType<Decision.Rejected>(Ledger.Execute(command));
        Assert.Equal(before, Ledger.Operations.Count);
        return rejected.Rejection;
    }

    internal NothingToDoReason Nothing(Command command) =>
        Assert.IsType<Decision.NothingToDo>(Ledger.Execute(command)).Reason;

    internal void Work(double minutes) => Clock.Work(TimeSpan.FromMinutes(minutes));
}
