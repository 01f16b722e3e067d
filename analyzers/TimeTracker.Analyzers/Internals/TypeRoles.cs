namespace TimeTracker.Analyzers.Internals;

/// <summary>What a type is to the rules; asked for at every call, and so worked out once a type.</summary>
[Flags]
internal enum TypeRoles
{
    None = 0,
    Connection = 1,
    Command = 2,
    Context = 4,
    Facade = 8,
    Scope = 16,
    ContextTransaction = 32,
    NamedTransaction = 64,
    Transaction = 128,
    Batch = 256,
    BulkCopy = 512,
}
