using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Schema;
using TimeTracker.TestKit;

namespace TimeTracker.MutationLedger.Tests;

/// <summary>This repository's own ledger.</summary>
public sealed class RepositoryTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "mutation");

    [Fact]
    public void TheLedger_NamesWhatIsThere() =>
        Assert.Empty(LedgerCheck.Faults(GuardLedger.Load(Folder), new Repository()));

    [Fact]
    public void NoPartOfASchema_CanGoUnnoticed()
    {
        using var output = new StringWriter();
        var exit = new Run(Folder, new Repository(), output).Do(Selection.Parse(["--kind", "schema"])!);
        Assert.True(exit == 0, output.ToString());

        // The other kinds run tests in processes that inherit what is set here.
        Assert.Null(Environment.GetEnvironmentVariable(LaidDatabase.Variable));
        Assert.Null(Environment.GetEnvironmentVariable(LaidDatabase.SchemaVariable));
    }

    [Fact]
    public void ACheckThatIsDeletedFromASchema_FailsTheRun_ByItsName()
    {
        var step = SchemaDatabase.All[0].Steps[0];
        var part = SchemaParts.Of(step).Single(part => part.Name == "entry.end_utc CHECK");
        var left = SchemaParts.Of(part.DroppedFrom(step)).Select(part => $"client: {part.Name}");
        var others = new Repository().SchemaParts
            .Except(SchemaParts.Of(step).Select(part => $"client: {part.Name}"));
        using var output = new StringWriter();
        var exit = new Run(Folder, new Edited([.. left, .. others]), output).Do(Selection.Parse([])!);
        Assert.Equal(
            (1, "FAULT: The schema has no 'client: entry.end_utc CHECK' any more."), (exit, output.ToString().Trim()));
    }

    private sealed class Edited(IReadOnlyCollection<string> parts) : IProduct
    {
        private readonly Repository _real = new();

        public IReadOnlyCollection<string> SchemaParts => parts;

        public IReadOnlyCollection<string> Rules => _real.Rules;

        public string? Text(string file) => _real.Text(file);

        public bool HasFolder(string folder) => _real.HasFolder(folder);

        public bool HasTest(string name) => _real.HasTest(name);
    }
}
