using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// Whether somebody else may end a transaction, or the method does so where an exception cannot pass it by.
/// </summary>
internal static class Handover
{
    /// <summary>The variable is returned, stored, or passed to a method that commits it.</summary>
    public static bool MayEnd(BodyAnalysis body, ISymbol variable)
        => References(body, variable).Any(reference => LeavesFor(reference, body.Types) is { } target
            && (target is not IArgumentOperation argument || Commits(argument)));

    /// <summary>A method of the team's own is given the transaction, and may write in it.</summary>
    public static bool IsPassedOn(BodyAnalysis body, ISymbol variable)
        => References(body, variable).Any(reference => LeavesFor(reference, body.Types) is IArgumentOperation
        {
            Parent: IInvocationOperation { TargetMethod.ContainingType.Name: not "SqlMapper" },
        });

    public static bool CommitsByFacade(BodyAnalysis body)
        => body.Facts.Roots.SelectMany(root => root.Descendants()).OfType<IInvocationOperation>()
            .Any(call => call.TargetMethod.Name.StartsWith("CommitTransaction", StringComparison.Ordinal));

    public static bool IsDisposedOrHandedOn(BodyAnalysis body, ISymbol variable)
        => body.Facts.IsUsed(variable) || References(body, variable).Any(reference =>
            IsDisposedInFinally(reference)
            || (LeavesFor(reference, body.Types) is { } target && target is not IArgumentOperation));

    private static IEnumerable<ILocalReferenceOperation> References(BodyAnalysis body, ISymbol variable)
        => body.Facts.Roots.SelectMany(root => root.Descendants()).OfType<ILocalReferenceOperation>()
            .Where(reference => SymbolEqualityComparer.Default.Equals(reference.Local, variable));

    // The operation that takes the transaction along: a return, an assignment to something that outlives the method,
    // an object that keeps it, or a plain argument.
    private static IOperation? LeavesFor(IOperation reference, TypeFacts types)
    {
        var at = reference;
        while (at.Parent is IConversionOperation or IParenthesizedOperation or ICoalesceOperation or ITupleOperation
            or IConditionalOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IReturnOperation or IArrayInitializerOperation => at.Parent,
            ISimpleAssignmentOperation assignment when assignment.Value == at
                && assignment.Target is not IPropertyReferenceOperation { Property.Name: "Transaction" } => assignment,
            IVariableInitializerOperation => at.Parent,
            IArgumentOperation { Parent: IObjectCreationOperation created } argument
                => types.IsCommand(created.Type) || created.Type?.Name == "CommandDefinition" ? argument : created,
            IArgumentOperation argument => argument,
            _ => null,
        };
    }

    // One look into the callee's text: ownership rules say that who begins commits, but some hand that on.
    private static bool Commits(IArgumentOperation argument)
    {
        var method = (argument.Parent as IInvocationOperation)?.TargetMethod;
        if (method is null)
        {
            return false;
        }

        if (method.Name.IndexOf("Commit", StringComparison.OrdinalIgnoreCase) >= 0
            || method.Name.IndexOf("Complete", StringComparison.OrdinalIgnoreCase) >= 0)
        {
            return true;
        }

        return method.DeclaringSyntaxReferences.Any(at => at.GetSyntax().DescendantTokens()
            .Any(token => token.ValueText.StartsWith("Commit", StringComparison.Ordinal)
                || token.ValueText == "Complete"));
    }

    private static bool IsDisposedInFinally(IOperation reference)
    {
        var call = reference.Parent is IConditionalAccessOperation access ? access.WhenNotNull as IInvocationOperation
            : reference.Parent as IInvocationOperation;
        if (call is null || !call.TargetMethod.Name.StartsWith("Dispose", StringComparison.Ordinal))
        {
            return false;
        }

        for (var at = reference.Syntax; at is not null; at = at.Parent)
        {
            if (at is Microsoft.CodeAnalysis.CSharp.Syntax.FinallyClauseSyntax)
            {
                return true;
            }
        }

        return false;
    }
}
