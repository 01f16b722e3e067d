using System.Globalization;
using TimeTracker.MutationLedger.Analyzers;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Code;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Processes;
using TimeTracker.MutationLedger.Protocol;
using TimeTracker.MutationLedger.Schema;
using TimeTracker.MutationLedger.Settings;
using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger;

/// <summary>Checks the ledger, runs mutants, and says what became of them.</summary>
internal sealed class Run(string folder, IProduct product, TextWriter output)
{
    private const string Page = "LEDGER.md";

    private readonly string _stamp = string.Create(
        CultureInfo.InvariantCulture, $"{TimeProvider.System.GetUtcNow():yyyy-MM-dd}, commit {Commit.Of(folder, Page)}.");

    /// <summary>Gives back the exit code: 0 where every guard holds, else 1.</summary>
    internal int Do(Selection selection)
    {
        var ledger = GuardLedger.Load(folder);
        var faults = LedgerCheck.Faults(ledger, product).ToList();
        if (faults.Count > 0)
        {
            return Say(faults);
        }

        // In memory where there is such a place: the tests' stores are many, and none must last.
        Environment.SetEnvironmentVariable("TMPDIR", Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath());
        var work = Directory.CreateTempSubdirectory("timetracker-mutants-").FullName;
        try
        {
            faults.AddRange(selection.Score ? Scores(selection, ledger) : Mutants(selection, ledger, work));
        }
        catch (Exception exception) when (exception is InvalidDataException or TimeoutException)
        {
            faults.Add(exception.Message);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }

        output.WriteLine(PendingList.Of(ledger, product));
        return Say(faults);
    }

    private List<string> Mutants(Selection selection, GuardLedger ledger, string work)
    {
        var faults = new List<string>();
        foreach (var kind in selection.Kinds)
        {
            var guards = Chosen(ledger, kind, selection.SinceFiles).ToList();
            var results = Mutants(kind, guards, work).ToList();
            Say(selection, ledger, ResultCheck.Name(kind), ResultTable.Of(ledger, kind, guards, results));
            faults.AddRange(ResultCheck.Faults(ledger, guards, results));
        }

        return faults;
    }

    private List<string> Scores(Selection selection, GuardLedger ledger)
    {
        var faults = new List<string>();
        foreach (var score in ScoreRun.Run(selection.SinceFiles))
        {
            Say(selection, ledger, score.Project, score.Table());
            faults.AddRange(score.Faults());
        }

        return faults;
    }

    private IEnumerable<Guard> Chosen(GuardLedger ledger, MutantKind kind, IReadOnlyList<string> since) => ledger.Guards
        .Where(guard => guard.Kind == kind && (guard.Awaits is null || product.HasFolder(guard.Awaits)))
        .Where(guard => since.Count == 0 || since.Any(path => IsIn(path, guard)));

    private static bool IsIn(string path, Guard guard) =>
        guard.File == path
        || guard.File?.StartsWith($"{path}/", StringComparison.Ordinal) == true
        || (guard.Kind == MutantKind.Schema && Path.GetExtension(path) == ".sql");

    private static IEnumerable<MutantResult> Mutants(MutantKind kind, List<Guard> guards, string work) => kind switch
    {
        MutantKind.Schema => new SchemaRun(work, new TestSuite()).Run(guards),
        MutantKind.Setting => SettingRun.Run(guards, work),
        MutantKind.Protocol => ProtocolRun.Run(guards, work),
        MutantKind.Analyzer => AnalyzerRun.Run(guards, work),
        _ => CodeRun.Run(guards),
    };

    private void Say(Selection selection, GuardLedger ledger, string section, string table)
    {
        output.WriteLine(table);
        if (!selection.Write)
        {
            return;
        }

        var path = Path.Combine(folder, Page);
        var page = File.Exists(path) ? File.ReadAllText(path) : string.Empty;
        File.WriteAllText(
            path, LedgerPage.Renewed(page, section, $"{_stamp}\n\n{table}", PendingList.Of(ledger, product)));
    }

    private int Say(List<string> faults)
    {
        foreach (var fault in faults)
        {
            output.WriteLine($"FAULT: {fault}");
        }

        return faults.Count == 0 ? 0 : 1;
    }
}
