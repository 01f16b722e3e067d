namespace TimeTracker.MutationLedger.Tests;

public sealed class LedgerPageTests
{
    [Fact]
    public void ASection_IsRenewed_AndTheOthersStay()
    {
        var one = LedgerPage.Renewed(string.Empty, "TimeTracker.Core", "old", "Pending: 1.");
        var both = LedgerPage.Renewed(one, "schema", "parts\n", "Pending: 2.");
        Assert.Contains("Pending: 2.", both, StringComparison.Ordinal);
        Assert.DoesNotContain("Pending: 1.", both, StringComparison.Ordinal);
        Assert.EndsWith("\n## schema\n\nparts\n\n## TimeTracker.Core\n\nold\n", both, StringComparison.Ordinal);
        Assert.Equal(
            both.Replace("old", "new", StringComparison.Ordinal),
            LedgerPage.Renewed(both, "TimeTracker.Core", "new", "Pending: 2."));
    }
}
