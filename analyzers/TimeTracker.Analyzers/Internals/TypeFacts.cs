using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>What a type is to the rules: a connection, a command, a transaction, or something that holds one.</summary>
internal sealed class TypeFacts(SymbolCache cache, Settings settings)
{
    private readonly ConcurrentDictionary<ITypeSymbol, bool> _holds = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ITypeSymbol, TypeRoles> _roles = new(SymbolEqualityComparer.Default);

    /// <summary>Bodies analyzed so far; a member's rules share one analysis.</summary>
    public ConditionalWeakTable<SyntaxNode, Lazy<BodyAnalysis?>> Bodies { get; } = new();

    public SymbolCache Cache { get; } = cache;

    public Settings Settings { get; } = settings;

    public static ITypeSymbol? Awaited(ITypeSymbol? type)
        => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task
            ? task.TypeArguments[0] : type;

    public static bool Is(ITypeSymbol? type, INamedTypeSymbol? wanted)
    {
        if (type is null || wanted is null)
        {
            return false;
        }

        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.Any(constraint => Is(constraint, wanted));
        }

        for (var at = type; at is not null; at = at.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(at, wanted))
            {
                return true;
            }
        }

        return wanted.TypeKind == TypeKind.Interface
            && type.AllInterfaces.Any(at => SymbolEqualityComparer.Default.Equals(at, wanted));
    }

    public static bool HasAttribute(ISymbol symbol, string name)
        => symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { } type
            && type.Name == name && type.ContainingNamespace is { Name: "Annotations" } space
            && space.ContainingNamespace?.Name == "TimeTracker");

    public static string FullName(ISymbol symbol)
        => symbol is IMethodSymbol method ? FullName(method.ContainingType) + "." + method.Name
            : symbol.ContainingNamespace is { IsGlobalNamespace: false } space && symbol.ContainingType is null
                ? space.ToDisplayString() + "." + symbol.Name
                : symbol.ContainingType is { } outer ? FullName(outer) + "." + symbol.Name : symbol.Name;

    public bool IsConnection(ITypeSymbol? type) => Has(type, TypeRoles.Connection);

    public bool IsCommand(ITypeSymbol? type) => Has(type, TypeRoles.Command);

    /// <summary>A command that runs the commands that were added to it.</summary>
    public bool IsBatch(ITypeSymbol? type) => Has(type, TypeRoles.Batch);

    /// <summary>A command without text: whatever it is given, it writes.</summary>
    public bool IsBulkCopy(ITypeSymbol? type) => Has(type, TypeRoles.BulkCopy);

    public bool IsContext(ITypeSymbol? type) => Has(type, TypeRoles.Context);

    public bool IsFacade(ITypeSymbol? type) => Has(type, TypeRoles.Facade);

    public bool IsScope(ITypeSymbol? type) => Has(type, TypeRoles.Scope);

    public bool IsContextTransaction(ITypeSymbol? type) => Has(type, TypeRoles.ContextTransaction);

    /// <summary>A transaction of ADO.NET, EF or System.Transactions, or a type named as one.</summary>
    public bool IsTransaction(ITypeSymbol? type) => Has(type, TypeRoles.Transaction);

    public bool IsNamedTransaction(ITypeSymbol type) => Has(type, TypeRoles.NamedTransaction);

    /// <summary>The type is a transaction or has one among its members, its bases' members included.</summary>
    public bool HoldsTransaction(ITypeSymbol? type)
        => type is not null && _holds.GetOrAdd(type, key => IsTransaction(key) || Holds(key, 0));

    private bool Has(ITypeSymbol? type, TypeRoles role)
    {
        if (type is null || type.SpecialType != SpecialType.None)
        {
            return false;
        }

        if (!_roles.TryGetValue(type, out var roles))
        {
            _roles[type] = roles = Roles(type);
        }

        return (roles & role) != 0;
    }

    private TypeRoles Roles(ITypeSymbol type)
    {
        var roles = (Is(type, Cache.Connection) ? TypeRoles.Connection : 0)
            | (Is(type, Cache.Command) || Is(type, Cache.BatchCommand) ? TypeRoles.Command : 0)
            | (Is(type, Cache.Batch) ? TypeRoles.Batch | TypeRoles.Command : 0)
            | (type.Name is "SqlBulkCopy" or "MySqlBulkCopy" ? TypeRoles.BulkCopy | TypeRoles.Command : 0)
            | (Is(type, Cache.Context) || Is(type, Cache.OldContext) ? TypeRoles.Context : 0)
            | (Is(type, Cache.Facade) || Is(type, Cache.OldFacade) ? TypeRoles.Facade : 0)
            | (Is(type, Cache.Scope) ? TypeRoles.Scope | TypeRoles.Transaction : 0)
            | (Is(type, Cache.Transaction) || Is(type, Cache.Ambient) ? TypeRoles.Transaction : 0);
        if (Is(type, Cache.ContextTransaction) || Is(type, Cache.OldContextTransaction))
        {
            roles |= TypeRoles.ContextTransaction | TypeRoles.Transaction;
        }

        var named = (!Settings.TransactionTypes.IsEmpty && Settings.Names(Settings.TransactionTypes, FullName(type)))
            || HasAttribute(type, "TransactionalAttribute");
        return named ? roles | TypeRoles.NamedTransaction | TypeRoles.Transaction : roles;
    }

    private bool Holds(ITypeSymbol type, int depth)
    {
        if (type.SpecialType != SpecialType.None || IsConnection(type) || IsCommand(type) || IsContext(type)
            || IsFacade(type) || type.TypeKind is TypeKind.Enum or TypeKind.Delegate or TypeKind.Array
            || (depth > 0 && type.ContainingNamespace?.ToDisplayString() is { } space
                && (space == "System" || space.StartsWith("System.", StringComparison.Ordinal)
                    || space.StartsWith("Microsoft.", StringComparison.Ordinal))))
        {
            return false;
        }

        if (EndsBothWays(type))
        {
            return true;
        }

        for (var at = type; at is not null && at.SpecialType == SpecialType.None; at = at.BaseType)
        {
            foreach (var member in at.GetMembers())
            {
                var held = member is IFieldSymbol field ? field.Type : (member as IPropertySymbol)?.Type;
                if (held is not null && (IsTransaction(held) || (depth == 0 && Holds(held, 1))))
                {
                    return true;
                }
            }

            // A primary constructor's parameter is a field in all but name; another assembly's fields are not seen.
            if (depth == 0 && at is INamedTypeSymbol named && named.InstanceConstructors.Any(constructor =>
                constructor.Parameters.Any(parameter => IsTransaction(parameter.Type) || Holds(parameter.Type, 1))))
            {
                return true;
            }
        }

        return false;
    }

    // A unit of work shows in its shape: who can both commit and roll back holds what is committed.
    private static bool EndsBothWays(ITypeSymbol type)
    {
        var members = type.GetMembers().Concat(type.AllInterfaces.SelectMany(at => at.GetMembers())).ToList();
        return members.Any(member => Starts(member, "Commit")) && members.Any(member => Starts(member, "Rollback"));
    }

    private static bool Starts(ISymbol member, string name)
        => member is IMethodSymbol && member.Name.StartsWith(name, StringComparison.Ordinal);
}
