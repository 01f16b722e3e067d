using TimeTracker.Protocol.Tests.Checks;
using TimeTracker.Protocol.Tests.Model;
using static TimeTracker.Protocol.Tests.Checks.ViolationKind;
using static TimeTracker.Protocol.Tests.Model.Fault;
using static TimeTracker.Protocol.Tests.Model.Removal;

namespace TimeTracker.Protocol.Tests.Cases;

/// <summary>Each part of the design, and a smallest world that fails without it.</summary>
internal static class RemovalCases
{
    internal static IReadOnlyList<RemovalCase> All { get; } =
    [
        Case(OneTransactionStateFirst, NeverArrives, "a kill in between", "A", Kill),
        Case(OneTransactionOutboxFirst, Phantom, "a kill in between", "A", Kill),
        Case(AcknowledgingAfterCommit, Lost, "a kill in between", "A", Kill),
        Case(SynchronousFull, Lost, "a power loss", "A", PowerLoss),
        Case(MemoryOfOpIds, Doubled, "a lost reply", "A", LostMessage),
        Case(MemoryOfOpIds, Doubled, "a kill, on a perfect network", "A", Kill),
        Case(SameKeyOnEachAttempt, Doubled, "a lost reply", "A", LostMessage),
        Case(RandomKey, Lost, "a legitimate repeat, without any fault", "AA")
            .In(small => small with { SameContent = (1, 2) }),
        Case(EffectAndKeyTogether, Doubled, "a crash in between", "A", ServerCrash),
        Case(UniqueKey, Doubled, "two requests at once", "A", DuplicatedMessage),
        Case(KeysForEver, Doubled, "a lost reply", "A", LostMessage),
        Case(NeverStoring5xx, Stuck, "one 500", "A", Error500),
        Case(RetryAfterTimeout, Stuck, "a lost request", "A", LostMessage),
        Case(MarkingAfterVerdict, NeverArrives, "a lost request", "A", LostMessage),
        Case(MarkingAfterVerdict, FalseFork, "a lost request", "AA", LostMessage)
            .In(small => small with { PushMax = 1 }),
        Case(LeaseExpiry, Stuck, "a kill", "A", Kill),
        Case(LeaseToken, FalseFork, "a worker that stood still", "AB", LeaseTakenOver)
            .In(small => small with { Workers = 2 }),
        Case(ClaimingInOrder, OutOfOrder, "without any fault", "AA").In(small => small with { PushMax = 1 }),
        Case(PreviousOperationCheck, OutOfOrder, "a copy, a restored server", "AAB", StoreCopied, ServerRestored)
            .In(small => small with { Empty = 1, PushMax = 1 }),
        Case(PreviousOperationCheck, FalselySeen, "a copy, a restored server", "AAB", StoreCopied, ServerRestored)
            .In(small => small with { Empty = 1, PushMax = 1 }),
        Case(NewDeviceOnConflict, Stuck, "a copy", "AB", StoreCopied).In(small => small with { Empty = 1 }),
        Case(RenumberingWhatHasAVerdict, OutOfOrder, "a restored server", "AA", ServerRestored),
        Case(RejectionUsesSeq, Endless, "an operation that is too large", "AA")
            .In(small => small with { TooLarge = 1 }),
        Case(RejectionRepeated, FalseFork, "a lost reply", "A", LostMessage)
            .In(small => small with { TooLarge = 1 }),
        Case(DuplicateUsesSeqOnlyIfItFits, FalselySeen, "a late request of a copy", "ABBB", StoreCopied, LateRequest)
            .In(small => small with { Empty = 1, PushMax = 3, AnyBatch = true }),
        Case(RepeatComparedByPayload, GoodOneParked, "a copy", "AAB", StoreCopied)
            .In(small => small with { Empty = 1 }),
        Case(UnknownDevicesBeginAtOne, Stuck, "a server restored twice", "A", ServerRestored, ServerRestored),
        Case(ChainInPull, Diverged, "a restored server", "AAB", ServerRestored),
        Case(ChainInPush, OutOfOrder, "a restored server", "AB", ServerRestored),
        Case(ProvisionalVerdicts, NeverArrives, "a restored server", "A", ServerRestored),
        Case(QueuedIsNotMissing, Endless, "a restored server", "AB", ServerRestored),
        Case(NoPushWhilePullingAnew, OutOfOrder, "a restored server", "AAB", ServerRestored),
        Case(NoPushWhilePullingAnew, FalselySeen, "a restored server", "AAB", ServerRestored),
        Case(LedgerOrder, OutOfOrder, "a restored server", "AB", ServerRestored),
        Case(Relayed, FalselySeen, "a restored server", "AAB", ServerRestored),
        Case(CuttingSeen, FalselySeen, "a restored server", "AAB", ServerRestored),
        Case(CuttingSeenOfWhatWasSent, FalselySeen, "a server restored twice", "AAB", ServerRestored, ServerRestored)
            .In(small => small with { PushMax = 3, PageMax = 3 }),
        Case(CommonStartOfAllFeeds, FalselySeen, "a server restored twice", "ABBB", ServerRestored, ServerRestored)
            .In(small => small with { PushMax = 3, PageMax = 2 }),
        Case(FoldingAccepted, Vanished, "without any fault", "A"),
        Case(FeedNumbersUnderLock, CursorSkips, "two requests at once", "AB")
            .In(small => small with { PageMax = 2 }),
    ];

    private static RemovalCase Case(
        Removal removal, ViolationKind kind, string name, string script, params ReadOnlySpan<Fault> faults) =>
        new(kind, new ProtocolCase(name, script) { Removal = removal, Faults = FaultBudget.Of(faults) });
}
