namespace TimeTracker.Analyzers.Internals;

internal enum TransactionEnd
{
    Commit,
    Rollback,
    Dispose,
}
