using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Tells which operations begin, commit, roll back or dispose of a transaction.</summary>
internal sealed class TransactionBorders(TypeFacts types, Origins origins, BodyFacts body)
{
    private const int SuppressScope = 2;

    private static readonly string[] BeginNames = ["Begin", "Start", "Open", "Create", "New"];

    private readonly Dictionary<SyntaxNode, TransactionToken> _tokens = [];

    public IEnumerable<TransactionToken> Tokens => _tokens.Values;

    /// <summary>The transaction that an operation begins or looks up; null when it does neither.</summary>
    public TransactionToken? Begun(IOperation operation, CaptureMap captures)
    {
        if (_tokens.TryGetValue(operation.Syntax, out var known) && known.Kind != TransactionKind.RawSql)
        {
            return operation is IInvocationOperation or IObjectCreationOperation ? known : null;
        }

        var token = operation switch
        {
            IInvocationOperation call => FromCall(call, captures),
            IObjectCreationOperation created => FromCreation(created),
            _ => null,
        };
        if (token is null)
        {
            return null;
        }

        var site = body.Site(operation);
        token.Variable = site.Variable;
        token.Type = TypeFacts.Awaited(operation.Type);
        _tokens[operation.Syntax] = token;
        return token;
    }

    public TransactionToken RawSql(IInvocationOperation call, CommandFacts command)
    {
        if (!_tokens.TryGetValue(call.Syntax, out var token))
        {
            _tokens[call.Syntax] = token = new(call.Syntax, TransactionKind.RawSql, command.Resource)
            {
                Deferred = command.BeginsDeferred && command.Resource.IsSqlite,
            };
        }

        return token;
    }

    /// <summary>Commit, Complete, Rollback and Dispose on a transaction; on EF's facade by name.</summary>
    public TransactionEnd? Ended(IInvocationOperation call)
    {
        var name = call.TargetMethod.Name;
        var receiver = Operations.Receiver(call);
        if (receiver is null)
        {
            return null;
        }

        if (types.IsFacade(receiver.Type))
        {
            return name.StartsWith("CommitTransaction", StringComparison.Ordinal) ? TransactionEnd.Commit
                : name.StartsWith("RollbackTransaction", StringComparison.Ordinal) ? TransactionEnd.Rollback : null;
        }

        // A transaction's Dispose is reached through IDisposable where a using statement calls it.
        var type = receiver is IConversionOperation conversion ? conversion.Operand.Type : receiver.Type;
        if (!types.IsTransaction(type) && !types.IsTransaction(receiver.Type))
        {
            return null;
        }

        return name switch
        {
            "Commit" or "CommitAsync" or "Complete" or "CompleteAsync" => TransactionEnd.Commit,
            "Rollback"
                or "RollbackAsync" when !call.Arguments.Any(at
                    => at.Parameter?.Type.SpecialType == SpecialType.System_String)
                => TransactionEnd.Rollback,
            "Dispose" or "DisposeAsync" or "Close" => TransactionEnd.Dispose,
            _ => null,
        };
    }

    private TransactionToken? FromCall(IInvocationOperation call, CaptureMap captures)
    {
        var type = TypeFacts.Awaited(call.Type);
        var receiver = Operations.Receiver(call);
        if (!types.IsTransaction(type) || (receiver is not null && types.IsTransaction(receiver.Type)))
        {
            return null;
        }

        var name = call.TargetMethod.Name;
        var owned = BeginNames.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal));
        var kind = types.IsContextTransaction(type) ? TransactionKind.Context
            : types.IsScope(type) ? TransactionKind.Scope
            : types.IsNamedTransaction(type!) || receiver is null || !types.IsConnection(receiver.Type)
                ? TransactionKind.Named : TransactionKind.Ado;
        return new(call.Syntax, kind, origins.Of(receiver, captures))
        {
            Owned = owned,
            Deferred = call.TargetMethod.ContainingType?.Name == "SqliteConnection"
                && Operations.Argument(call, "deferred")?.Value.ConstantValue is { HasValue: true, Value: true },
        };
    }

    private TransactionToken? FromCreation(IObjectCreationOperation created)
    {
        if (!types.IsTransaction(created.Type) || created.Arguments.Any(IsSuppress))
        {
            return null;
        }

        return new(created.Syntax, types.IsNamedTransaction(created.Type!) ? TransactionKind.Named
            : TransactionKind.Scope, Resource.Unknown);
    }

    private static bool IsSuppress(IArgumentOperation argument)
        => argument.Parameter?.Type.Name == "TransactionScopeOption"
            && argument.Value.ConstantValue is { HasValue: true, Value: SuppressScope };
}
