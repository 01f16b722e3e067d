using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger.Tests;

public sealed class LedgerPageTests
{
    [Fact]
    public void AKind_IsRenewed_AndTheOthersStay()
    {
        var both = LedgerPage.Renewed(LedgerPage.Renewed(string.Empty, MutantKind.Code, "old"), MutantKind.Schema, "parts\n");
        Assert.EndsWith("\n## schema\n\nparts\n\n## code\n\nold\n", both, StringComparison.Ordinal);
        Assert.Equal(both.Replace("old", "new", StringComparison.Ordinal), LedgerPage.Renewed(both, MutantKind.Code, "new"));
    }
}
