using System.Diagnostics;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger.Schema;

/// <summary>
/// Lays a database whose schema lacks one part under the tests that the ledger names for it, in this process, until
/// one of them fails.
/// </summary>
internal sealed class SchemaRun(string folder, TestSuite suite)
{
    internal IEnumerable<MutantResult> Run(IReadOnlyCollection<Guard> guards)
    {
        foreach (var database in SchemaDatabase.All)
        {
            var own = guards
                .Where(guard => guard.Name.StartsWith($"{database.Name}: ", StringComparison.Ordinal))
                .ToList();
            if (Skipped(own) is { } reason)
            {
                foreach (var guard in own)
                {
                    yield return Result(guard, MutantStatus.NotRun, reason);
                }

                continue;
            }

            try
            {
                ExpectAllPass(database, own);
                foreach (var (part, without) in database.Mutants())
                {
                    if (own.Find(guard => guard.Name == part) is { } guard)
                    {
                        yield return Judge(guard, database, without);
                    }
                }
            }
            finally
            {
                database.TakeAway();
            }
        }
    }

    private string? Skipped(IEnumerable<Guard> guards) => guards
        .SelectMany(guard => guard.Tests).Distinct()
        .SelectMany(suite.Cases)
        .Select(test => test.Skip)
        .FirstOrDefault(reason => reason is not null);

    // A test that fails by itself would kill every mutant.
    private void ExpectAllPass(SchemaDatabase database, IEnumerable<Guard> guards)
    {
        database.Lay(folder, database.Steps);
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

    private MutantResult Judge(Guard guard, SchemaDatabase database, IReadOnlyList<string> without)
    {
        var time = Stopwatch.StartNew();
        database.Lay(folder, without);
        var sound = database.Sound is { } name ? suite.Cases(name) : [];
        if (sound.Select(test => test.Failure()).FirstOrDefault() is { } why)
        {
            throw new InvalidDataException($"Without '{guard.Name}' there is no database: {why}");
        }

        var killer = guard.Tests.SelectMany(suite.Cases).FirstOrDefault(test => test.Failure() is not null);
        var result = killer is null
            ? Result(guard, MutantStatus.Survived, $"Not noticed by {string.Join(", ", guard.Tests)}.")
            : Result(guard, MutantStatus.Killed, killer.Test);
        return result with { Time = time.Elapsed };
    }

    private static MutantResult Result(Guard guard, MutantStatus status, string by) =>
        new(MutantKind.Schema, guard.Name, guard.Name, status, by, TimeSpan.Zero);
}
