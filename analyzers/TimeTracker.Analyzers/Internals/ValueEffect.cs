using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>What assignments and calls do to the known strings and commands.</summary>
internal sealed class ValueEffect(BodyAnalysis body, CaptureMap captures)
{
    public FlowState Assigned(IOperation target, IOperation value, FlowState state)
    {
        // "x ??= y" parks the target.
        target = target is IFlowCaptureReferenceOperation parked ? captures.Value(parked.Id) ?? target : target;
        if (target is not IPropertyReferenceOperation { Instance: { } instance } property
            || !body.Types.IsCommand(instance.Type) || Operations.Key(instance, captures) is not { } key)
        {
            return Operations.Key(target, captures) is { } variable ? Stored(variable, value, state) : state;
        }

        var command = body.Values.Command(instance, state, captures) ?? CommandState.Unknown;
        return property.Property.Name switch
        {
            "CommandText" => state.Set(key, command.WithTexts(body.Values.Texts(value, state, captures))),
            "Connection" => state.Set(key, command.On(body.Origins.Of(value, captures))),
            "CommandType" => state.Set(key, command.AsProcedure(ValueReader.IsProcedure(value))),
            "Transaction" => state.Set(key, Operations.IsNull(value)
                ? command.Enlisted(Enlistment.None, null)
                : command.Enlisted(Enlistment.Explicit, Operations.Key(value, captures) as ISymbol)),
            _ => state,
        };
    }

    public FlowState Appended(ICompoundAssignmentOperation sum, FlowState state)
    {
        var added = body.Values.Texts(sum.Value, state, captures);
        if (sum.Target is IPropertyReferenceOperation { Property.Name: "CommandText", Instance: { } instance }
            && Operations.Key(instance, captures) is { } key
            && body.Values.Command(instance, state, captures) is { } command)
        {
            return state.Set(key, command.WithTexts(CommandState.Concat(command.Texts, added)));
        }

        return sum.Type?.SpecialType == SpecialType.System_String && Operations.Key(sum.Target, captures) is { } text
            ? state.Set(text, CommandState.Unknown.WithTexts(
                CommandState.Concat(body.Values.Texts(sum.Target, state, captures), added)))
            : state;
    }

    public FlowState Stored(object key, IOperation value, FlowState state)
    {
        if (value.Type?.SpecialType == SpecialType.System_String)
        {
            return state.Set(key, CommandState.Unknown.WithTexts(body.Values.Texts(value, state, captures)));
        }

        if (body.Values.Command(value, state, captures) is { } command)
        {
            return state.Set(key, command);
        }

        return Operations.Unwrap(value, captures) is IObjectCreationOperation { Type.Name: "CommandDefinition" } created
            ? state.Set(key, body.Values.Arguments(
                created.Arguments, CommandState.Text().Enlisted(Enlistment.None, null), state, captures))
            : state;
    }

    /// <summary>A call may be given a command: a batch takes it up, a helper enlists it.</summary>
    public FlowState Passed(IInvocationOperation call, FlowState state)
        => call is { TargetMethod.Name: "Add", Arguments.Length: 1, Instance: { } list }
            && Operations.Unwrap(list, captures) is IPropertyReferenceOperation
            {
                Property.Name: "BatchCommands", Instance: { } batch,
            }
            ? Add(batch, call.Arguments[0].Value, state) : EnlistedByHelper(call, state);

    private FlowState Add(IOperation batch, IOperation added, FlowState state)
        => Operations.Key(batch, captures) is { } key && body.Values.Command(batch, state, captures) is { } command
            ? state.Set(key, command.Append(body.Values.Command(added, state, captures) ?? CommandState.Unknown))
            : state;

    // Who is given a command together with a transaction is taken to bring the two together.
    private FlowState EnlistedByHelper(IInvocationOperation call, FlowState state)
    {
        var transaction = call.Arguments.FirstOrDefault(at
            => body.Types.IsTransaction(Operations.Unwrap(at.Value, captures).Type));
        if (transaction is null)
        {
            return state;
        }

        foreach (var argument in call.Arguments)
        {
            if (Operations.Key(argument.Value, captures) is { } key
                && body.Values.Command(argument.Value, state, captures) is { } command)
            {
                state = state.Set(key, command.Enlisted(
                    Enlistment.Explicit, Operations.Key(transaction.Value, captures) as ISymbol));
            }
        }

        return state;
    }
}
