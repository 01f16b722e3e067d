using TimeTracker.Core.Storage;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Tests.Storage;

/// <summary>What a commit that is not there, or perhaps not, means for the command.</summary>
public sealed class AttemptTests
{
    private static readonly CommandResult.Done Done = new(Tracker.NewCommandId(), [], repeated: false);

    [Fact]
    public void WhatIsNotCommitted_HasNone_AndIsKnown()
    {
        var attempt = Attempt.Of(new CommitOutcome.NotCommitted(DatabaseFault.Full, "why"), Done);
        Assert.Equal(
            (null, false, DatabaseFault.Full, "why"),
            (attempt.Result, attempt.IsUnknown, attempt.Fault, attempt.Reason));
    }

    [Theory]
    [InlineData(DatabaseFault.IoError, true)]
    [InlineData(DatabaseFault.Moved, false)]
    public void WhatIsInDoubt_IsLookedUp_UnlessNoPathNamesItsFile(DatabaseFault fault, bool isUnknown)
    {
        var attempt = Attempt.Of(new CommitOutcome.Unknown(fault, "why"), Done);
        Assert.Equal((null, isUnknown, fault, "why"), (attempt.Result, attempt.IsUnknown, attempt.Fault, attempt.Reason));
    }
}
