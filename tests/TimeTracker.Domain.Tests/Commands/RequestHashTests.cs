using System.Security.Cryptography;
using System.Text;

namespace TimeTracker.Domain.Tests;

[Trait("Invariant", "INV-03")]
public sealed class RequestHashTests
{
    private static readonly EntryId Some = new(Guid.Parse("018f0000-0000-7000-8000-0000000000b1"));
    private static readonly Details Plan = new() { Description = "Plan" };
    private static readonly Conflict Two = new(
        PatchFields.Description,
        OperationId.FromMinted(Guid.Parse("018f0000-0000-7000-8000-000000000001")),
        OperationId.FromMinted(Guid.Parse("018f0000-0000-7000-8000-000000000002")));

    // A store keeps them: a command that an older version did is known again by a newer one.
    public static TheoryData<Command, string> Kept { get; } = new()
    {
        {
            new Command.Undo(),
            "622BB925D1B40A422D69B3BF0685245BA79DEB9A6888B09E81A3EC9FD98CC828"
        },
        {
            new Command.Start(Plan, When.Now.Value),
            "6D42B5D5F9714F008551E6BFB3A5DD9037DCFA23E381177787DF5E74D2305EF6"
        },
        {
            new Command.Start(
                Plan with { Project = "Acme", Tags = ["a", "b"], Billable = true }, new When.At(Desk.Morning)),
            "EABB54BED8BE6069500AF44735A7888918DC7AD6BBEF0999EFD71EBC76B17745"
        },
        {
            new Command.Stop(new When.Ago(TimeSpan.FromMinutes(5)), Some),
            "6F7F6797063C25B3B2BE9BFF6C60F032D375BC514E8E9BC1AD94667B351BBAD6"
        },
        {
            new Command.Edit(Some, new Details(), Desk.Morning, Desk.Morning.AddTicks(1)),
            "30FA976EEBE8FA5CD7125FF0021EB885219A3E972BF3EBC17A72FA840C0A0192"
        },
        {
            new Command.Resolve(new GapId(Some.Value), new Resolution.SplitAt(Desk.Morning)),
            "C0A8B748CF7696B2837E2565CD7CDA76B8D6137C5A659A4364774155D5D19C58"
        },
        {
            new Command.RenameProject("a", "b", Merge: true),
            "F1BBC3D7712CDBA71837EF2F658862F8CB56E4E666C975AE80BF7DB1B875EB7E"
        },
        {
            new Command.SettleConflict(Two, KeepLoser: true) { Adjust = Adjustment.Trim },
            "54CFD70CBBDF030CF63DD40DE71E3C70FCFD91EFC13C6FCB96E9668973852EED"
        },
    };

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
            new Command.Switch(Plan, new When.Ago(TimeSpan.Zero), Some),
            new Command.Switch(Plan with { Billable = false }, When.Now.Value),
            new Command.Stop(When.Now.Value),
            new Command.Stop(When.Now.Value, Some),
            new Command.Stop(new When.Ago(TimeSpan.Zero)),
            new Command.Suspend(When.Now.Value),
            new Command.Suspend(When.Now.Value, Some),
            new Command.Suspend(new When.Ago(TimeSpan.Zero)),
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
            new Command.Add(Plan with { Project = "Acme" }, Desk.Morning, Desk.Morning),
            new Command.Edit(Some, Plan),
            new Command.Edit(Some, Plan with { Project = "Acme" }),
            new Command.Edit(Some, Plan, Desk.Morning),
            new Command.Edit(Some, Plan, null, Desk.Morning),
            new Command.Edit(new EntryId(Guid.Empty), Plan),
            new Command.Remove(Some),
            new Command.Remove(new EntryId(Guid.Empty)),
            new Command.Undo(),
            new Command.Undo(CommandId.FromFresh(Some.Value)),
            new Command.Undo(CommandId.FromFresh(Guid.Parse("018f0000-0000-7000-8000-000000000100"))),
            new Command.Undo(CommandId.FromFresh(Some.Value), Chosen: true),
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
            new Command.ReportAway(Some, Desk.Morning, Desk.Morning.AddTicks(2)),
            new Command.ReportAway(new EntryId(Guid.Empty), Desk.Morning, Desk.Morning.AddTicks(1)),

            new Command.Redo(),
            new Command.Add(Plan, Desk.Morning, Desk.Morning) { Adjust = Adjustment.Trim },
            new Command.Add(Plan, Desk.Morning, Desk.Morning) { Adjust = Adjustment.Split },
            new Command.RenameProject("a", "b"),
            new Command.RenameProject("b", "a"),
            new Command.RenameProject("a", "c"),
            new Command.RenameProject("c", "b"),
            new Command.RenameProject("a", "b", Merge: true),
            new Command.SettleConflict(Two, KeepLoser: false),
            new Command.SettleConflict(Two, KeepLoser: true),
            new Command.SettleConflict(Two with { Field = PatchFields.Span }, KeepLoser: true),
            new Command.SettleConflict(Two with { Winner = Two.Loser }, KeepLoser: true),
            new Command.SettleConflict(Two with { Loser = Two.Winner }, KeepLoser: true),
            new Command.Repeat(Two.Winner),
            new Command.Repeat(Two.Loser),
        ];

        var hashes = commands.Select(command => Convert.ToHexString(RequestHash.Of(command)));
        Assert.Equal(commands.Length, hashes.Distinct().Count());
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
    public void AnUndoThatWasChosen_KeepsItsHash() => Assert.Equal(
        SHA256.HashData("[11,\"018f0000-0000-7000-8000-000000000100\",true,0]"u8),
        RequestHash.Of(new Command.Undo(CommandId.FromFresh(Guid.Parse("018f0000-0000-7000-8000-000000000100")), Chosen: true)));

    [Fact]
    public void ARequestThatNobodyCanMean_HasAHashToo() => Assert.Equal(
        32, RequestHash.Of(new Command.Start(new Details { Description = "half \ud83d" }, When.Now.Value)).Length);

    [Theory]
    [MemberData(nameof(Kept))]
    public void TheHashOfARequest_IsTheSameInEveryVersion(Command command, string hash) =>
        Assert.Equal(hash, Convert.ToHexString(RequestHash.Of(command)));

    [Fact]
    public void NoCommand_IsABug() => Assert.Throws<ArgumentNullException>("command", () => RequestHash.Of(null!));
}
