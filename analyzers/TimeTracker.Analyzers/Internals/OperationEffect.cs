using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// What one operation, its parts first, does to the state; while recording, what was seen on the way.
/// </summary>
internal sealed class OperationEffect(BodyAnalysis body, CaptureMap captures, GraphResult result)
{
    public FlowState Apply(IOperation operation, FlowState state, bool record)
    {
        if (operation is IFlowAnonymousFunctionOperation lambda)
        {
            if (record)
            {
                result.Lambda(lambda, state);
            }

            return state;
        }

        foreach (var child in operation.ChildOperations)
        {
            state = Apply(child, state, record);
        }

        return operation switch
        {
            IInvocationOperation call => Call(call, state, record),
            IObjectCreationOperation created when body.Borders.Begun(created, captures) is { } token
                => Begin(token, created, state, record),
            ISimpleAssignmentOperation assignment => Assign(assignment.Target, assignment.Value, state),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum => Append(sum, state),
            IFlowCaptureOperation capture => Store(capture.Id, capture.Value, state),
            _ => state,
        };
    }

    private FlowState Call(IInvocationOperation call, FlowState state, bool record)
    {
        if (call.TargetMethod.MethodKind == MethodKind.LocalFunction)
        {
            if (record)
            {
                result.LocalCall(call.TargetMethod.OriginalDefinition, state);
            }

            return state;
        }

        if (body.Borders.Begun(call, captures) is { } token)
        {
            return Begin(token, call, state, record);
        }

        if (body.Borders.Ended(call) is { } end)
        {
            return End(call, end, state);
        }

        if (body.Writes.Read(call, state, captures) is { } command)
        {
            return Command(call, command, state, record);
        }

        if (call is { TargetMethod.Name: "Add", Arguments.Length: 1, Instance: { } list }
            && Operations.Unwrap(list, captures) is IPropertyReferenceOperation
            {
                Property.Name: "BatchCommands", Instance: { } batch,
            })
        {
            return Add(batch, call.Arguments[0].Value, state);
        }

        if (record)
        {
            result.Call(call, state);
        }

        return EnlistedByHelper(call, state);
    }

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

    private FlowState Begin(TransactionToken token, IOperation operation, FlowState state, bool record)
    {
        // A loop comes round to its own begin with the transaction of the round before, which using has ended.
        var before = state.End(open => open == token, commits: false);
        if (record)
        {
            result.Begin(token, operation, before);
        }

        return before.Begin(token);
    }

    private FlowState End(IInvocationOperation call, TransactionEnd end, FlowState state)
    {
        var receiver = Operations.Unwrap(Operations.Receiver(call)!, captures);
        if (body.Types.IsFacade(receiver.Type))
        {
            return state.End(token => token.Kind == TransactionKind.Context, end == TransactionEnd.Commit);
        }

        var variable = Operations.Key(receiver, captures) as ISymbol;
        body.NoteEnd(variable, receiver.Syntax, end);
        if (variable is IParameterSymbol && !state.May.Any(token => Holds(token, variable)))
        {
            return end == TransactionEnd.Dispose ? state : state.EndContract();
        }

        return state.End(
            token => token.Syntax == receiver.Syntax || Holds(token, variable)
                || (token.Variable is null && token.Kind != TransactionKind.RawSql && variable is not IParameterSymbol),
            end == TransactionEnd.Commit);
    }

    private static bool Holds(TransactionToken token, ISymbol? variable)
        => variable is not null && SymbolEqualityComparer.Default.Equals(token.Variable, variable);

    private FlowState Command(IInvocationOperation call, CommandFacts command, FlowState state, bool record)
    {
        var verdict = body.Judge(command, state, out var token);
        if (record)
        {
            result.Command(call, command, verdict, token, state);
        }

        if (command.Begins)
        {
            return state.Begin(body.Borders.RawSql(call, command));
        }

        if (command.Ends)
        {
            return state.End(open => open.Kind == TransactionKind.RawSql, commits: true);
        }

        if (!command.Writes)
        {
            return state;
        }

        return verdict == Verdict.Unprotected ? state.Write()
            : body.IsOutbox(call, command) ? state : state.WriteUnder(state.Must);
    }

    private FlowState Assign(IOperation target, IOperation value, FlowState state)
    {
        // "x ??= y" parks the target.
        target = target is IFlowCaptureReferenceOperation parked ? captures.Value(parked.Id) ?? target : target;
        if (target is not IPropertyReferenceOperation { Instance: { } instance } property
            || !body.Types.IsCommand(instance.Type) || Operations.Key(instance, captures) is not { } key)
        {
            return Operations.Key(target, captures) is { } variable ? Store(variable, value, state) : state;
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

    private FlowState Append(ICompoundAssignmentOperation sum, FlowState state)
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

    private FlowState Store(object key, IOperation value, FlowState state)
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
}
