namespace TimeTracker.Analyzers.Internals;

internal enum TransactionKind
{
    Ado,
    Context,
    Scope,
    RawSql,
    Named,
}
