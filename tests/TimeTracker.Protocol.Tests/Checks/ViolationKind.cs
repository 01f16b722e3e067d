namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>The ways to fail.</summary>
internal enum ViolationKind
{
    /// <summary>An operation stands in the log twice.</summary>
    Doubled,

    /// <summary>An acknowledged operation is in no store and not in the log.</summary>
    Lost,

    /// <summary>An operation that no command committed is in the log.</summary>
    Phantom,

    /// <summary>An operation is in the log, and one that its author knew is not before it.</summary>
    OutOfOrder,

    /// <summary>The log says that an author had seen what he had not.</summary>
    FalselySeen,

    /// <summary>A cursor is past a row that its store never got.</summary>
    CursorSkips,

    /// <summary>A store claims to have seen more than the cursor that it sends.</summary>
    SeenBeyondCursor,

    /// <summary>An operation that nothing is wrong with is parked.</summary>
    GoodOneParked,

    /// <summary>A new device id was taken where nothing had been restored or copied.</summary>
    FalseFork,

    /// <summary>An operation in the ledger is not in the folded state.</summary>
    Vanished,

    /// <summary>All is quiet, and an operation of some ledger is not in the log.</summary>
    NeverArrives,

    /// <summary>All is quiet, and the replicas differ.</summary>
    Diverged,

    /// <summary>Without further faults, the finished state cannot be reached.</summary>
    Stuck,

    /// <summary>A run without faults does not end.</summary>
    Endless,
}
