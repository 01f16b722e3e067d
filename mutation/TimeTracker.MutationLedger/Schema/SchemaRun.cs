using System.Diagnostics;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Testing;
using TimeTracker.Sqlite;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>
/// Lays a database whose schema lacks one part under the tests that the ledger names for it, in this process, until
/// one of them fails.
/// </summary>
internal sealed class SchemaRun(string folder, TestSuite suite)
{
    // What TestKit's LaidDatabase reads.
    private const string Variable = "TIMETRACKER_LAID_DATABASE";

    internal IEnumerable<MutantResult> Run(IReadOnlyCollection<Guard> guards)
    {
        foreach (var database in SchemaDatabase.All)
        {
            var own = guards
                .Where(guard => guard.Name.StartsWith($"{database.Name}: ", StringComparison.Ordinal))
                .ToList();
            ExpectAllPass(database, own);
            foreach (var (part, without) in database.Mutants())
            {
                if (own.Find(guard => guard.Name == part) is { } guard)
                {
                    yield return Judge(guard, without);
                }
            }
        }
    }

    // A test that fails by itself would kill every mutant.
    private void ExpectAllPass(SchemaDatabase database, IEnumerable<Guard> guards)
    {
        Lay(database.Schema);
        foreach (var test in guards.SelectMany(guard => guard.Tests).Distinct())
        {
            if (suite.Cases(test) is not { Count: > 0 } cases)
            {
                throw new InvalidDataException($"{test} has no case that can be run here.");
            }

            if (cases.FirstOrDefault(test => test.Failure() is not null) is { } failed)
            {
                throw new InvalidDataException($"{test} fails without any mutant: {failed.Failure()}");
            }
        }
    }

    private MutantResult Judge(Guard guard, Sqlite.Schema without)
    {
        var time = Stopwatch.StartNew();
        Lay(without);
        var killer = guard.Tests.SelectMany(suite.Cases).FirstOrDefault(test => test.Failure() is not null);
        return new(
            MutantKind.Schema,
            guard.Name,
            guard.Name,
            killer is null ? MutantStatus.Survived : MutantStatus.Killed,
            killer?.Test ?? $"Not noticed by {string.Join(", ", guard.Tests)}.",
            time.Elapsed);
    }

    private void Lay(Sqlite.Schema schema)
    {
        var path = Path.Combine(folder, "laid.db");
        File.Delete(path);
        Database.Open(path, schema).Dispose();
        Environment.SetEnvironmentVariable(Variable, path);
    }
}
