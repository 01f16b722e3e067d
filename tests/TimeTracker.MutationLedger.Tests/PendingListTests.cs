using TimeTracker.MutationLedger.Guards;
using TimeTracker.MutationLedger.Tests.Checking;

namespace TimeTracker.MutationLedger.Tests;

public sealed class PendingListTests
{
    [Fact]
    public void WhatIsPending_IsCountedAndSaysWhy()
    {
        var awaited = Some.Guard(MutantKind.Protocol, "LeaseToken") with { Awaits = "later" };
        var ledger = Some.Ledger with
        {
            Invariants = [new("INV-26", "It holds.", "Not built.")],
            Guards = [awaited, Some.Check],
        };
        Assert.Equal(
            "Pending: 1 invariants, 1 guards.\n- INV-26: Not built.\n- 1 guards await later.\n",
            PendingList.Of(ledger, new KnownProduct()));
    }
}
