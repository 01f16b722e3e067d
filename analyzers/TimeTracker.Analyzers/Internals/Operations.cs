using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Reading operations through what the compiler wraps around them.</summary>
internal static class Operations
{
    /// <summary>The value behind conversions, awaits, ConfigureAwait and the like.</summary>
    public static IOperation Unwrap(IOperation operation, CaptureMap captures)
    {
        for (var steps = 0; steps < 64; steps++)
        {
            var inner = Inner(operation, captures);
            if (inner is null)
            {
                return operation;
            }

            operation = inner;
        }

        return operation;
    }

    /// <summary>What a call is made on, for extension methods too.</summary>
    public static IOperation? Receiver(IInvocationOperation call)
        => call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0
            ? call.Arguments[0].Value : null);

    /// <summary>The symbol or capture that a value is read from or written to; null for anything else.</summary>
    public static object? Key(IOperation? operation, CaptureMap captures)
    {
        if (operation is null)
        {
            return null;
        }

        // A new object that is being initialised has no name yet but the capture's.
        operation = Unwrap(operation, CaptureMap.Empty);
        if (operation is IFlowCaptureReferenceOperation reference)
        {
            return Key(captures.Value(reference.Id), captures) ?? reference.Id;
        }

        return operation switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
            IPropertyReferenceOperation { Instance: null or IInstanceReferenceOperation } property => property.Property,
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            _ => null,
        };
    }

    public static bool IsNull(IOperation operation)
        => operation.ConstantValue is { HasValue: true, Value: null }
            || operation is IDefaultValueOperation { Type.IsReferenceType: true }
            || (operation is IConversionOperation conversion && IsNull(conversion.Operand));

    public static IArgumentOperation? Argument(IInvocationOperation call, string name)
        => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name);

    private static IOperation? Inner(IOperation operation, CaptureMap captures) => operation switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand,
        IParenthesizedOperation parenthesized => parenthesized.Operand,
        IAwaitOperation awaited => awaited.Operation,
        IFlowCaptureReferenceOperation capture => captures.Value(capture.Id),
        IInvocationOperation
        {
            TargetMethod: { Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" },
            Instance: { } instance,
        } => instance,
        IInvocationOperation { TargetMethod: { Name: "ConfigureAwait", IsExtensionMethod: true } } configured
            => configured.Arguments[0].Value,
        IPropertyReferenceOperation { Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } result
            => result.Instance,
        _ => null,
    };
}
