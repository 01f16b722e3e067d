using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using TimeTracker.Analyzers.Sql;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Folds strings and reads commands as far as the text and the flow prove them.</summary>
internal sealed class ValueReader(TypeFacts types, Origins origins)
{
    // SqlBulkCopyOptions.UseInternalTransaction
    private const int OwnTransaction = 32;

    private static readonly ImmutableArray<string> Open = ImmutableArray.Create(SqlTokenizer.Hole.ToString());

    public ImmutableArray<string> Texts(IOperation? operation, FlowState state, CaptureMap captures)
    {
        if (operation is null)
        {
            return Open;
        }

        if (operation.ConstantValue is { HasValue: true, Value: string constant })
        {
            return ImmutableArray.Create(constant);
        }

        var value = Operations.Unwrap(operation, captures);
        if (value.ConstantValue is { HasValue: true, Value: string folded })
        {
            return ImmutableArray.Create(folded);
        }

        if (Operations.Key(operation, captures) is { } key && state.Values.TryGetValue(key, out var known))
        {
            return known.Texts;
        }

        return value switch
        {
            IInterpolatedStringOperation text => Interpolated(text, state, captures),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => CommandState.Concat(
                Texts(sum.LeftOperand, state, captures), Texts(sum.RightOperand, state, captures)),
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => Initializer(field),
            IInvocationOperation { TargetMethod: { Name: "Trim" or "TrimStart" or "ReplaceLineEndings" } } call
                => Texts(call.Instance, state, captures),
            IInvocationOperation { TargetMethod: { Name: "Format",
                ContainingType.SpecialType: SpecialType.System_String } } call
                when call.Arguments.Length > 1 && call.Arguments[0].Parameter?.Name == "format"
                => Texts(call.Arguments[0].Value, state, captures),
            IInvocationOperation { TargetMethod: { Name: "Concat",
                ContainingType.SpecialType: SpecialType.System_String } } call
                => Joined(call.Arguments.Select(argument => Texts(argument.Value, state, captures))),
            _ => Open,
        };
    }

    /// <summary>What is known of a command; null when the value is no command.</summary>
    public CommandState? Command(IOperation operation, FlowState state, CaptureMap captures)
    {
        var value = Operations.Unwrap(operation, captures);
        if (!types.IsCommand(value.Type))
        {
            return null;
        }

        var key = Operations.Key(operation, captures);
        if (key is not null && state.Values.TryGetValue(key, out var known))
        {
            return known;
        }

        if (key is ISymbol)
        {
            return value is IParameterReferenceOperation parameter
                && origins.Of(value, captures).Kind == ResourceKind.CallerSupplied
                    ? CommandState.Unknown.On(new(ResourceKind.CallerSupplied, parameter.Parameter, null))
                    : CommandState.Unknown;
        }

        return value switch
        {
            IObjectCreationOperation created
                => Arguments(created.Arguments, Blank(created.Type).Enlisted(Enlistment.None, null), state, captures),
            IInvocationOperation call => Made(call, state, captures),
            _ => CommandState.Unknown,
        };
    }

    // A batch is empty at first. A bulk copy that is given a connection string opens a connection of its own.
    private CommandState Blank(ITypeSymbol? type) => types.IsBatch(type) ? CommandState.Text(string.Empty)
        : types.IsBulkCopy(type) ? CommandState.Text().On(new(ResourceKind.Own, null, type)) : CommandState.Text();

    /// <summary>The arguments that say what a command runs, on what, and in which transaction.</summary>
    public CommandState Arguments(
        ImmutableArray<IArgumentOperation> arguments, CommandState command, FlowState state, CaptureMap captures)
    {
        foreach (var argument in arguments)
        {
            var type = argument.Parameter?.Type;
            var value = Operations.Unwrap(argument.Value, captures);
            if (type?.SpecialType == SpecialType.System_String && argument.Parameter!.Name is
                "sql" or "cmdText" or "commandText" or "text" or "query" or "command")
            {
                command = command.WithTexts(Texts(argument.Value, state, captures));
            }
            else if (types.IsTransaction(type) || types.IsTransaction(value.Type))
            {
                if (!Operations.IsNull(argument.Value) && argument.ArgumentKind != ArgumentKind.DefaultValue)
                {
                    command = command.Enlisted(Enlistment.Explicit, Operations.Key(value, captures) as ISymbol);
                }
            }
            else if (types.IsConnection(type) || types.IsContext(type) || types.IsFacade(type))
            {
                command = command.On(origins.Of(value, captures));
            }
            else if (type?.Name == "SqlBulkCopyOptions"
                && value.ConstantValue is { HasValue: true, Value: int options } && (options & OwnTransaction) != 0)
            {
                command = command.Enlisted(Enlistment.Explicit, null);
            }
            else if (argument.Parameter?.Name == "commandType")
            {
                command = command.AsProcedure(IsProcedure(argument.Value));
            }
        }

        return command;
    }

    public static bool IsProcedure(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value is not IDefaultValueOperation
            && value.ConstantValue is not { HasValue: true, Value: null or 0 or 1 };
    }

    private CommandState Made(IInvocationOperation call, FlowState state, CaptureMap captures)
    {
        var receiver = Operations.Receiver(call);
        var made = Arguments(
            call.Arguments, types.IsBatch(call.Type) ? CommandState.Text(string.Empty) : CommandState.Unknown, state,
            captures);
        if (made.Enlistment == Enlistment.Explicit)
        {
            return made;
        }

        if (receiver is not null && types.HoldsTransaction(receiver.Type))
        {
            return made.On(new(ResourceKind.HeldTransaction, null, null)).Enlisted(
                Enlistment.Explicit, Operations.Key(receiver, captures) as ISymbol);
        }

        if (call.Instance is not null && types.IsConnection(call.Instance.Type))
        {
            var resource = origins.Of(call.Instance, captures);
            return made.On(resource).Enlisted(
                resource.IsSqlite && !state.Must.IsEmpty ? Enlistment.Explicit : Enlistment.None, null);
        }

        return receiver?.Type?.Name.EndsWith("DataSource", StringComparison.Ordinal) == true
            ? made.On(new(ResourceKind.Own, null, receiver.Type)) : made;
    }

    private ImmutableArray<string> Interpolated(IInterpolatedStringOperation text, FlowState state, CaptureMap captures)
        => Joined(text.Parts.Select(part => part switch
        {
            IInterpolatedStringTextOperation literal => Texts(literal.Text, state, captures),
            IInterpolationOperation hole => Texts(hole.Expression, state, captures),
            _ => Open,
        }));

    private static ImmutableArray<string> Joined(IEnumerable<ImmutableArray<string>> parts)
        => parts.Aggregate(ImmutableArray.Create(string.Empty), CommandState.Concat);

    // Another file's semantic model is too dear to ask; a literal shows its value in its syntax.
    private static ImmutableArray<string> Initializer(IFieldSymbol field)
        => field.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax
        {
            Initializer.Value: LiteralExpressionSyntax { Token.Value: string text },
        } ? ImmutableArray.Create(text) : Open;
}
