using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Tells which calls run commands, in every supported library and in the team's own methods.</summary>
internal sealed class WriteFacts(TypeFacts types, Origins origins, ValueReader values)
{
    public CommandFacts? Read(IInvocationOperation call, FlowState state, CaptureMap captures)
    {
        var method = call.TargetMethod;
        var receiver = Operations.Receiver(call);
        if (call.Instance is { } instance && types.IsCommand(instance.Type) && IsExecution(method.Name))
        {
            return new(CommandKind.Sql, values.Command(instance, state, captures) ?? CommandState.Unknown);
        }

        if (call.Instance is { } copy && types.IsBulkCopy(copy.Type)
            && method.Name.StartsWith("WriteToServer", StringComparison.Ordinal))
        {
            return new(CommandKind.Write, values.Command(copy, state, captures) ?? CommandState.Unknown);
        }

        if (IsIn(method.ContainingType, "Dapper", "SqlMapper") && receiver is not null)
        {
            return Mapped(call, receiver, state, captures);
        }

        if (call.Instance is { } context && types.IsContext(context.Type)
            && method.Name is "SaveChanges" or "SaveChangesAsync")
        {
            return new(CommandKind.Save, On(context, captures));
        }

        if (receiver is not null && method.ContainingNamespace?.ToDisplayString() == "Microsoft.EntityFrameworkCore")
        {
            return Entity(call, receiver, state, captures);
        }

        return Named(call, receiver, state, captures);
    }

    private static bool IsExecution(string name)
        => name is "ExecuteNonQuery" or "ExecuteNonQueryAsync" or "ExecuteScalar" or "ExecuteScalarAsync"
            or "ExecuteReader" or "ExecuteReaderAsync" or "ExecuteXmlReader" or "ExecuteXmlReaderAsync";

    private CommandFacts? Mapped(IInvocationOperation call, IOperation receiver, FlowState state, CaptureMap captures)
    {
        var name = call.TargetMethod.Name;
        if (!name.StartsWith("Execute", StringComparison.Ordinal)
            && !name.StartsWith("Query", StringComparison.Ordinal))
        {
            return null;
        }

        var resource = origins.Of(receiver, captures);
        var enlistment = resource.IsSqlite && !state.Must.IsEmpty ? Enlistment.Explicit : Enlistment.None;
        var command = CommandState.Text().On(resource).Enlisted(enlistment, null);
        var definition = Operations.Argument(call, "command")?.Value;
        if (definition is null)
        {
            return new(CommandKind.Sql, values.Arguments(call.Arguments, command, state, captures).On(resource));
        }

        var value = Operations.Unwrap(definition, captures);
        if (value is IObjectCreationOperation created)
        {
            return new(CommandKind.Sql, values.Arguments(created.Arguments, command, state, captures));
        }

        return Operations.Key(value, captures) is { } key && state.Values.TryGetValue(key, out var known)
            ? new(CommandKind.Sql, known.On(resource))
            : new(CommandKind.Sql, CommandState.Unknown.On(resource));
    }

    private CommandFacts? Entity(IInvocationOperation call, IOperation receiver, FlowState state, CaptureMap captures)
    {
        var name = call.TargetMethod.Name;
        if (name is "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync")
        {
            return new(CommandKind.Write, On(receiver, captures));
        }

        if (!name.StartsWith("ExecuteSql", StringComparison.Ordinal) || !types.IsFacade(receiver.Type))
        {
            return null;
        }

        var sql = call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == "sql")?.Value;
        return new(CommandKind.Sql, On(receiver, captures).WithTexts(values.Texts(sql, state, captures)));
    }

    private CommandFacts? Named(IInvocationOperation call, IOperation? receiver, FlowState state, CaptureMap captures)
    {
        var method = call.TargetMethod;
        var demands = types.Cache.RequiresTransaction is not null
            && (TypeFacts.HasAttribute(method, "RequiresTransactionAttribute")
                || TypeFacts.HasAttribute(method.ContainingType, "RequiresTransactionAttribute"));
        var settings = types.Settings;
        var writes = (!settings.WriteMethods.IsEmpty || !settings.OutboxMethods.IsEmpty)
            && TypeFacts.FullName(method.OriginalDefinition) is var name
            && (Settings.Names(settings.WriteMethods, name) || Settings.Names(settings.OutboxMethods, name));
        if (!demands && !writes)
        {
            return null;
        }

        var target = values.Arguments(call.Arguments, CommandState.Unknown, state, captures);
        var resource = receiver is not null && (types.IsConnection(receiver.Type) || types.IsContext(receiver.Type))
            ? origins.Of(receiver, captures)
            : target.Resource.Symbol is not null ? target.Resource
            : receiver is not null and not IInstanceReferenceOperation && types.HoldsTransaction(receiver.Type)
                ? new(ResourceKind.HeldTransaction, null, null) : new(ResourceKind.Own, null, null);
        return new(demands ? CommandKind.Demand : CommandKind.Write, target.On(resource));
    }

    private CommandState On(IOperation receiver, CaptureMap captures)
        => CommandState.Text().On(origins.Of(receiver, captures));

    private static bool IsIn(INamedTypeSymbol? type, string space, string name)
        => type is not null && type.Name == name && type.ContainingNamespace?.ToDisplayString() == space;
}
