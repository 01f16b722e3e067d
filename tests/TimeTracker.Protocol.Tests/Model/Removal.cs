namespace TimeTracker.Protocol.Tests.Model;

/// <summary>
/// One part of the design that is taken away; the model has one small branch for each. In the order of the table that
/// the design must keep: without any of these it fails.
/// </summary>
internal enum Removal
{
    /// <summary>The full design.</summary>
    Nothing,

    /// <summary>State and outbox row in one transaction; instead the state first, then the row.</summary>
    OneTransactionStateFirst,

    /// <summary>The same; instead the outbox row first, then the state.</summary>
    OneTransactionOutboxFirst,

    /// <summary>Acknowledging only after COMMIT.</summary>
    AcknowledgingAfterCommit,

    /// <summary>synchronous=FULL: a power loss may undo the latest commit.</summary>
    SynchronousFull,

    /// <summary>The server's memory of op_ids.</summary>
    MemoryOfOpIds,

    /// <summary>The same key on each attempt.</summary>
    SameKeyOnEachAttempt,

    /// <summary>Random ids; instead a hash of the content.</summary>
    RandomKey,

    /// <summary>Effect and key in one server transaction.</summary>
    EffectAndKeyTogether,

    /// <summary>UNIQUE; instead the server checks, and inserts later.</summary>
    UniqueKey,

    /// <summary>Keys for ever; instead they expire.</summary>
    KeysForEver,

    /// <summary>Never storing 5xx under the key.</summary>
    NeverStoring5xx,

    /// <summary>A retry after a timeout.</summary>
    RetryAfterTimeout,

    /// <summary>Marking after the verdict; instead the row is deleted before it is sent.</summary>
    MarkingAfterVerdict,

    /// <summary>The lease's expiry.</summary>
    LeaseExpiry,

    /// <summary>The lease token in the WHERE of every write of a worker.</summary>
    LeaseToken,

    /// <summary>Claiming rows in order; instead they are numbered as they are claimed, the latest first.</summary>
    ClaimingInOrder,

    /// <summary>The server's check of prev_op_id.</summary>
    PreviousOperationCheck,

    /// <summary>A new device id on 409.</summary>
    NewDeviceOnConflict,

    /// <summary>On 409, renumbering also what has a verdict but is not in the feed.</summary>
    RenumberingWhatHasAVerdict,

    /// <summary>A rejection uses up its number.</summary>
    RejectionUsesSeq,

    /// <summary>A recorded rejection answers a repeat.</summary>
    RejectionRepeated,

    /// <summary>A duplicate uses up its number only if prev_op_id fits.</summary>
    DuplicateUsesSeqOnlyIfItFits,

    /// <summary>A repeat is compared by its payload alone; instead by its device and number too.</summary>
    RepeatComparedByPayload,

    /// <summary>A device id that the server does not know begins at 1; instead it must follow a known one.</summary>
    UnknownDevicesBeginAtOne,

    /// <summary>The chain in a pull; instead the op_id of the last row.</summary>
    ChainInPull,

    /// <summary>The chain in a push.</summary>
    ChainInPush,

    /// <summary>Verdicts are provisional until the feed brings the operation.</summary>
    ProvisionalVerdicts,

    /// <summary>An operation that is queued again already is not missing once more.</summary>
    QueuedIsNotMissing,

    /// <summary>No push while pulling anew.</summary>
    NoPushWhilePullingAnew,

    /// <summary>Queueing again in the ledger's order; instead one's own first.</summary>
    LedgerOrder,

    /// <summary>Foreign operations that are queued again are marked as relayed.</summary>
    Relayed,

    /// <summary>Cutting `seen` to the common start of the old and the new feed.</summary>
    CuttingSeen,

    /// <summary>Cutting it also in rows that have a verdict.</summary>
    CuttingSeenOfWhatWasSent,

    /// <summary>The common start of all feeds that were set aside; instead only of the first and the new one.</summary>
    CommonStartOfAllFeeds,

    /// <summary>Folding accepted operations that the feed has not brought yet.</summary>
    FoldingAccepted,

    /// <summary>Feed numbers under a lock, in the transaction; instead given out before it commits.</summary>
    FeedNumbersUnderLock,
}
