using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Tests;

public sealed class LedgerPageTests
{
    [Fact]
    public void AKind_IsRenewed_AndTheOthersStay()
    {
        var one = LedgerPage.Renewed(string.Empty, MutantKind.Code, "old", "Pending: 1.");
        var both = LedgerPage.Renewed(one, MutantKind.Schema, "parts\n", "Pending: 2.");
        Assert.Contains("Pending: 2.", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Pending: 1.", both, StringComparison.Ordinal);
        Assert.EndsWith("\n## schema\n\nparts\n\n## code\n\nold\n", both, StringComparison.Ordinal);
        Assert.Equal(
            both.Replace("old", "new", StringComparison.Ordinal),
            LedgerPage.Renewed(both, MutantKind.Code, "new", "Pending: 2."));
    }
}
