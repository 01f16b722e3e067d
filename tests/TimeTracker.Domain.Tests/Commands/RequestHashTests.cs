using System.Security.Cryptography;
using System.Text;

namespace TimeTracker.Domain.Tests;

[Trait("Invariant", "INV-03")]
public sealed class RequestHashTests
{
    private static readonly EntryId Some = new(Guid.Parse("018f0000-0000-7000-8000-0000000000b1"));
    private static readonly Details Plan = new() { Description = "Plan" };

    [Fact]
    public void NoTwoDifferentRequests_ShareAHash()
    {
        Command[] commands =
        [
            new Command.Start(Plan, When.Now.Value),
            new Command.Start(Plan with { Description = "Plans" }, When.Now.Value),
            new Command.Start(Plan with { Project = "Plan" }, When.Now.Value),
            new Command.Start(Plan with { Tags = [] }, When.Now.Value),
            new Command.Start(Plan with { Tags = ["a"] }, When.Now.Value),
            new Command.Start(Plan with { Billable = true }, When.Now.Value),
            new Command.Start(Plan, new When.Ago(TimeSpan.FromSeconds(1))),
            new Command.Start(Plan, new When.At(Desk.Morning)),
            new Command.Switch(Plan, When.Now.Value),
            new Command.Switch(Plan, When.Now.Value, Some),
            new Command.Stop(When.Now.Value),
            new Command.Stop(When.Now.Value, Some),
            new Command.Stop(new When.Ago(TimeSpan.Zero)),
            new Command.Suspend(When.Now.Value),
            new Command.Suspend(When.Now.Value, Some),
            new Command.Resume(When.Now.Value),
            new Command.Resume(new When.Ago(TimeSpan.Zero)),
            new Command.Resume(When.Now.Value, Some),
            new Command.Cancel(),
            new Command.Cancel(Some),
            new Command.Continue(null, When.Now.Value),
            new Command.Continue(Some, When.Now.Value),
            new Command.Continue(Some, new When.Ago(TimeSpan.Zero)),
            new Command.Add(Plan, Desk.Morning, Desk.Morning),
            new Command.Add(Plan, Desk.Morning, Desk.Morning.AddTicks(1)),
            new Command.Add(Plan, Desk.Morning.AddTicks(1), Desk.Morning),
            new Command.Edit(Some, Plan),
            new Command.Edit(Some, Plan, Desk.Morning),
            new Command.Edit(Some, Plan, null, Desk.Morning),
            new Command.Edit(new EntryId(Guid.Empty), Plan),
            new Command.Remove(Some),
            new Command.Remove(new EntryId(Guid.Empty)),
            new Command.Undo(),
            new Command.Undo(CommandId.FromFresh(Some.Value)),
            new Command.Undo(CommandId.FromFresh(Guid.Parse("018f0000-0000-7000-8000-000000000100"))),
            new Command.Resolve(new GapId(Some.Value), new Resolution.Keep()),
            new Command.Resolve(new GapId(Guid.Empty), new Resolution.Keep()),
            new Command.Resolve(new GapId(Some.Value), new Resolution.Discard()),
            new Command.Resolve(new GapId(Some.Value), new Resolution.DiscardAndContinue()),
            new Command.Resolve(new GapId(Some.Value), new Resolution.AssignTo(Plan)),
            new Command.Resolve(new GapId(Some.Value), new Resolution.AssignTo(Plan with { Project = "Acme" })),
            new Command.Resolve(new GapId(Some.Value), new Resolution.SplitAt(Desk.Morning)),
            new Command.Resolve(new GapId(Some.Value), new Resolution.SplitAt(Desk.Morning.AddTicks(1))),
            new Command.ReportAway(Some, Desk.Morning, Desk.Morning.AddTicks(1)),
            new Command.ReportAway(Some, Desk.Morning.AddTicks(1), Desk.Morning.AddTicks(1)),

            new Command.Redo(),
            new Command.Add(Plan, Desk.Morning, Desk.Morning) { Adjust = Adjustment.Trim },
            new Command.Add(Plan, Desk.Morning, Desk.Morning) { Adjust = Adjustment.Split },
            new Command.RenameProject("a", "b"),
            new Command.RenameProject("b", "a"),
            new Command.RenameProject("a", "b", Merge: true),
        ];

        Assert.Equal(commands.Length, commands.Select(command => Convert.ToHexString(RequestHash.Of(command))).Distinct().Count());
    }

    [Fact]
    public void TheSameRequest_HasTheSameHash() => Assert.Equal(
        RequestHash.Of(new Command.Start(Plan with { Tags = ["a"] }, When.Now.Value)),
        RequestHash.Of(new Command.Start(new Details { Description = "Plan", Tags = ["a"] }, When.Now.Value)));

    /// <summary>A front that repeats a command after an update must find its first result.</summary>
    [Theory]
    [InlineData(CommandVerb.Undo, "[11,0]")]
    [InlineData(CommandVerb.Resume, "[5,null,0]")]
    public void ARequestThatMeansNoOneThing_KeepsItsHash(CommandVerb verb, string hashed) => Assert.Equal(
        SHA256.HashData(Encoding.UTF8.GetBytes(hashed)),
        RequestHash.Of(verb == CommandVerb.Undo ? new Command.Undo() : new Command.Resume(When.Now.Value)));

    [Fact]
    public void ARequestThatNobodyCanMean_HasAHashToo() => Assert.Equal(
        32, RequestHash.Of(new Command.Start(new Details { Description = "half \ud83d" }, When.Now.Value)).Length);
}
