using TimeTracker.MutationLedger.Code;
using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Testing;

namespace TimeTracker.MutationLedger.Checking;

/// <summary>What is wrong with the ledger itself, before any mutant is run: what it names must be there.</summary>
internal static class LedgerCheck
{
    private const int InvariantsMax = 30;

    internal static IEnumerable<string> Faults(GuardLedger ledger, IProduct product) =>
    [
        .. OfInvariants(ledger),
        .. OfSchemas(ledger, product),
        .. ledger.Guards.SelectMany(guard => OfGuard(ledger, guard, product)),
        .. ledger.Equivalents.SelectMany(OfEquivalent),
    ];

    private static IEnumerable<string> OfInvariants(GuardLedger ledger)
    {
        var expected = Enumerable.Range(1, InvariantsMax).Select(number => $"INV-{number:00}");
        foreach (var id in expected.Except(ledger.Invariants.Select(each => each.Id)))
        {
            yield return $"{id} is not in the ledger.";
        }

        var guarded = ledger.Guards.SelectMany(guard => guard.Invariants).ToHashSet();
        foreach (var invariant in ledger.Invariants)
        {
            if (guarded.Contains(invariant.Id) == invariant.Pending is not null)
            {
                yield return invariant.Pending is null
                    ? $"{invariant.Id} has no guard, and no reason why."
                    : $"{invariant.Id} is pending, but has a guard.";
            }
        }
    }

    private static IEnumerable<string> OfSchemas(GuardLedger ledger, IProduct product)
    {
        var named = Names(ledger.Guards, MutantKind.Schema)
            .Concat(ledger.Equivalents.Where(each => each.Kind == MutantKind.Schema).Select(each => each.Mutant))
            .ToList();
        foreach (var part in named.Except(product.SchemaParts))
        {
            yield return $"The schema has no '{part}' any more.";
        }

        foreach (var part in product.SchemaParts.Except(named))
        {
            yield return $"'{part}' of the schema is not in the ledger.";
        }

        foreach (var rule in product.Rules.Except(Names(ledger.Guards, MutantKind.Analyzer)))
        {
            yield return $"Rule {rule} is not in the ledger.";
        }
    }

    private static IEnumerable<string> OfGuard(GuardLedger ledger, Guard guard, IProduct product)
    {
        var name = $"{ResultCheck.Name(guard.Kind)} guard '{guard.Name}'";
        foreach (var id in guard.Invariants.Except(ledger.Invariants.Select(each => each.Id)))
        {
            yield return $"{name} upholds {id}, which is not in the ledger.";
        }

        if (guard.Awaits is not null && !product.HasFolder(guard.Awaits))
        {
            yield break;
        }

        if (guard.Tests.Count == 0)
        {
            yield return $"{name} names no test.";
        }

        foreach (var test in guard.Tests.Where(test => !product.HasTest(test)))
        {
            yield return $"{name} names {test}, which is gone.";
        }

        // Stryker judges a file by the tests of one project.
        if (guard.Kind == MutantKind.Code && guard.Tests.Select(TestSuite.ProjectOf).Distinct().Count() > 1)
        {
            yield return $"{name} names tests of several projects.";
        }

        if (guard.Kind == MutantKind.Analyzer && !product.Rules.Contains(guard.Name))
        {
            yield return $"{name} is no rule of this repository's build any more.";
        }

        if (guard.File is not null)
        {
            foreach (var fault in OfFile(name, guard, product.Text(guard.File)))
            {
                yield return fault;
            }
        }
    }

    private static IEnumerable<string> OfFile(string name, Guard guard, string? text)
    {
        if (text is null)
        {
            yield return $"{name} is in {guard.File}, which is gone.";
            yield break;
        }

        if (guard.Kind == MutantKind.Code)
        {
            var members = MemberSpans.Of(text);
            foreach (var member in guard.Upholding.Where(member => !members.Has(member)))
            {
                yield return $"{name}: {guard.File} has no {member} any more.";
            }
        }

        foreach (var from in guard.Replacements.Select(each => each.From).Where(from => Count(text, from) != 1))
        {
            yield return $"{name}: '{from}' stands {Count(text, from)} times in {guard.File}, not once.";
        }
    }

    private static IEnumerable<string> OfEquivalent(Equivalent equivalent) => equivalent.Reason.Trim().Length == 0
        ? [$"{ResultCheck.Name(equivalent.Kind)} mutant '{equivalent.Mutant}' is called equivalent without a reason."]
        : [];

    private static IEnumerable<string> Names(IEnumerable<Guard> guards, MutantKind kind) =>
        guards.Where(guard => guard.Kind == kind).Select(guard => guard.Name);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
