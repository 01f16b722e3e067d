using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// What one operation, its parts first, does to the state; while recording, what was seen on the way.
/// </summary>
internal sealed class OperationEffect(BodyAnalysis body, CaptureMap captures, GraphResult result)
{
    private readonly ValueEffect _values = new(body, captures);

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
            ISimpleAssignmentOperation assignment => _values.Assigned(assignment.Target, assignment.Value, state),
            ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum => _values.Appended(sum, state),
            IFlowCaptureOperation capture => _values.Stored(capture.Id, capture.Value, state),
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

        if (record)
        {
            result.Call(call, state);
        }

        return _values.Passed(call, state);
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
}
