namespace TimeTracker.Analyzers;

/// <summary>The rules' identifiers; once published, one keeps its meaning for ever.</summary>
public static class RuleIds
{
    /// <summary>Where the rules' pages live; a rule's page is this, its id and ".md".</summary>
    public const string HelpRoot = "https://github.com/timetracker/timetracker/blob/main/analyzers/docs/rules/";

    /// <summary>The category of every rule.</summary>
    public const string Category = "Reliability";

    /// <summary>A write outside an explicit transaction.</summary>
    public const string WriteOutsideTransaction = "TT0001";

    /// <summary>A transaction that is never committed.</summary>
    public const string NeverCommitted = "TT0002";

    /// <summary>Two or more writes on one path without a transaction.</summary>
    public const string SeveralWrites = "TT0003";

    /// <summary>A write on a connection that the caller supplied.</summary>
    public const string CallerSuppliedConnection = "TT0004";

    /// <summary>A command that is not enlisted in the active transaction.</summary>
    public const string NotEnlisted = "TT0005";

    /// <summary>A wait without a bound inside a transaction.</summary>
    public const string WaitInsideTransaction = "TT0006";

    /// <summary>A deferred SQLite transaction that writes.</summary>
    public const string DeferredTransactionWrites = "TT0007";

    /// <summary>An outbox row outside the transaction that changes the state.</summary>
    public const string OutboxOutsideTransaction = "TT0008";

    /// <summary>A busy store whose error is swallowed.</summary>
    public const string BusySwallowed = "TT0009";

    /// <summary>A wall clock used for a duration.</summary>
    public const string WallClockDuration = "TT0010";

    /// <summary>A transaction without using.</summary>
    public const string TransactionWithoutUsing = "TT0012";

    /// <summary>A transaction begun inside another.</summary>
    public const string NestedTransaction = "TT0013";

    /// <summary>A POST without an idempotency key.</summary>
    public const string PostWithoutKey = "TT0014";

    /// <summary>An effect that no rollback takes back, before the commit.</summary>
    public const string EffectInsideTransaction = "TT0015";
}
