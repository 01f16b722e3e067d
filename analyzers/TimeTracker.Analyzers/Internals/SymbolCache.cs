using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>The data-access types that a compilation references, looked up once; absent ones are null.</summary>
internal sealed class SymbolCache
{
    private static readonly ConditionalWeakTable<Compilation, SymbolCache> Caches = new();
    private readonly ConcurrentDictionary<Settings, TypeFacts> _facts = new();

    private SymbolCache(Compilation compilation)
    {
        Compilation = compilation;
        Connection = Type("System.Data.IDbConnection");
        Command = Type("System.Data.IDbCommand");
        Batch = Type("System.Data.Common.DbBatch");
        BatchCommand = Type("System.Data.Common.DbBatchCommand");
        Transaction = Type("System.Data.IDbTransaction");
        Scope = Type("System.Transactions.TransactionScope");
        Ambient = Type("System.Transactions.Transaction");
        Context = Type("Microsoft.EntityFrameworkCore.DbContext");
        ContextTransaction = Type("Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction");
        Facade = Type("Microsoft.EntityFrameworkCore.Infrastructure.DatabaseFacade");
        OldContext = Type("System.Data.Entity.DbContext");
        OldContextTransaction = Type("System.Data.Entity.DbContextTransaction");
        OldFacade = Type("System.Data.Entity.Database");
        RequiresTransaction = Type("TimeTracker.Annotations.RequiresTransactionAttribute");
    }

    public Compilation Compilation { get; }

    public INamedTypeSymbol? Connection { get; }

    public INamedTypeSymbol? Command { get; }

    public INamedTypeSymbol? Batch { get; }

    public INamedTypeSymbol? BatchCommand { get; }

    public INamedTypeSymbol? Transaction { get; }

    public INamedTypeSymbol? Scope { get; }

    public INamedTypeSymbol? Ambient { get; }

    public INamedTypeSymbol? Context { get; }

    public INamedTypeSymbol? ContextTransaction { get; }

    public INamedTypeSymbol? Facade { get; }

    public INamedTypeSymbol? OldContext { get; }

    public INamedTypeSymbol? OldContextTransaction { get; }

    public INamedTypeSymbol? OldFacade { get; }

    public INamedTypeSymbol? RequiresTransaction { get; }

    /// <summary>Without any of these there is nothing to say, and no action is registered.</summary>
    public bool HasDataAccess => Connection is not null || Context is not null || OldContext is not null;

    public static SymbolCache For(Compilation compilation)
        => Caches.GetValue(compilation, key => new SymbolCache(key));

    public TypeFacts With(Settings settings) => _facts.GetOrAdd(settings, key => new TypeFacts(this, key));

    private INamedTypeSymbol? Type(string name) => Compilation.GetTypeByMetadataName(name);
}
