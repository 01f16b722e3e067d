namespace TimeTracker.Domain.Tests.Deciding;

public sealed class ProjectDeciderTests
{
    private readonly Desk desk = new();

    public ProjectDeciderTests()
    {
        desk.Accept(Desk.Start("Plan", "Acme"));
        desk.Accept(Desk.Stop());
        desk.Accept(Desk.Start("Call", "Apex"));
    }

    private IEnumerable<string> Names => desk.Ledger.Projects.Select(project => project.Name.Value).Order();

    [Fact]
    public void ARename_ChangesTheName_HoweverTheOldOneIsSpelled()
    {
        Rename("ACME", "Home");
        Assert.Equal(["Apex", "Home"], Names);
    }

    [Fact]
    public void ANewSpelling_IsARename()
    {
        Rename("Acme", "ACME");
        Assert.Equal(["ACME", "Apex"], Names);
    }

    [Fact]
    public void TheSameSpelling_IsNoChange() =>
        Assert.Equal(NothingToDoReason.NoChange, desk.Nothing(new Command.RenameProject("acme", "Acme")));

    [Fact]
    public void ANameThatIsTaken_IsRefused_UnlessTheyAreMerged_UnderTheSpellingThatIsThere()
    {
        Assert.Equal(RejectionCode.ProjectExists, desk.Refuse(new Command.RenameProject("Acme", "apex")).Code);
        Rename("Acme", "apex", merge: true);
        Assert.Equal(["Apex", "Apex"], Names);

        Rename("apex", "Home");
        Assert.Equal(["Home", "Home"], Names);
    }

    [Fact]
    public void AMergeWithAProjectThatIsNot_IsARename()
    {
        Rename("Acme", "Home", merge: true);
        Assert.Equal(["Apex", "Home"], Names);
    }

    [Theory]
    [InlineData("None", "Home", RejectionCode.UnknownProject)]
    [InlineData("", "Home", RejectionCode.ProjectEmpty)]
    [InlineData("Acme", "", RejectionCode.ProjectEmpty)]
    public void ANameThatCannotBe_IsRefused(string name, string newName, RejectionCode code) =>
        Assert.Equal(code, desk.Refuse(new Command.RenameProject(name, newName)).Code);

    private void Rename(string name, string newName, bool merge = false) =>
        Assert.IsType<Decision.Accepted>(desk.Ledger.Execute(new Command.RenameProject(name, newName, merge)));
}
