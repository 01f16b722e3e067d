using System.Globalization;
using System.Text;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger;

/// <summary>What cannot be judged yet, and why.</summary>
internal static class PendingList
{
    internal static string Of(GuardLedger ledger, IProduct product)
    {
        var invariants = ledger.Invariants.Where(each => each.Pending is not null).ToList();
        var guards = ledger.Guards
            .Where(guard => guard.Awaits is not null && !product.HasFolder(guard.Awaits))
            .ToList();
        var text = new StringBuilder().Append(
            CultureInfo.InvariantCulture, $"Pending: {invariants.Count} invariants, {guards.Count} guards.\n");
        foreach (var invariant in invariants)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {invariant.Id}: {invariant.Pending}\n");
        }

        foreach (var awaited in guards.GroupBy(guard => guard.Awaits))
        {
            text.Append(CultureInfo.InvariantCulture, $"- {awaited.Count()} guards await {awaited.Key}.\n");
        }

        return text.ToString();
    }
}
