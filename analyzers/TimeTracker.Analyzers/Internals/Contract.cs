using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>What a method's signature, attributes and type promise about the transaction around it.</summary>
internal static class Contract
{
    /// <summary>The body may count on a transaction; whether it holds is checked at the callers.</summary>
    public static bool Promises(ISymbol? owner, TypeFacts types)
        => owner is not null && (IsInside(owner, types) || types.HoldsTransaction(owner.ContainingType)
            || Parameters(owner).Any(parameter => types.HoldsTransaction(parameter.Type)));

    /// <summary>The body surely runs while a transaction is open.</summary>
    public static bool IsInside(ISymbol owner, TypeFacts types)
        => Parameters(owner).Any(parameter => types.IsTransaction(parameter.Type) && !parameter.IsOptional
                && parameter.NullableAnnotation != NullableAnnotation.Annotated)
            || Chain(owner).Any(symbol => TypeFacts.HasAttribute(symbol, "RequiresTransactionAttribute")
                || (symbol is not INamedTypeSymbol && TypeFacts.HasAttribute(symbol, "TransactionalAttribute")));

    /// <summary>The lambda is given a transaction, or is handed to something that says it runs it in one.</summary>
    public static bool Promises(IAnonymousFunctionOperation lambda, TypeFacts types)
    {
        if (lambda.Symbol.Parameters.Any(parameter => types.HoldsTransaction(parameter.Type)))
        {
            return true;
        }

        var at = lambda.Parent;
        while (at is IConversionOperation or IDelegateCreationOperation)
        {
            at = at.Parent;
        }

        return at is IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }
            && call.TargetMethod is var method
            && (TypeFacts.HasAttribute(parameter, "TransactionalAttribute") || NamesTransaction(method.Name)
                || NamesTransaction(method.ContainingType.Name) || NamesUnitOfWork(method.ContainingType.Name)
                || method.DeclaringSyntaxReferences.Any(reference => BeginsTransaction(reference.GetSyntax())));
    }

    /// <summary>
    /// Another method of the type, or of a base, names this one and begins a transaction: it may be open here.
    /// </summary>
    public static bool IsCalledInTransaction(ISymbol owner)
    {
        for (var type = owner.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var part in type.DeclaringSyntaxReferences)
            {
                if (part.GetSyntax().ChildNodes().Any(member => member is BaseMethodDeclarationSyntax
                    && owner.DeclaringSyntaxReferences.All(own => own.GetSyntax() != member)
                    && Says(member, word => word == owner.Name) && BeginsTransaction(member)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>An expression tree is data: its body runs elsewhere, if ever.</summary>
    public static bool IsExpressionTree(IAnonymousFunctionOperation lambda)
        => lambda.Parent is IConversionOperation { Type.Name: "Expression" }
            || lambda.Parent?.Parent is IConversionOperation { Type.Name: "Expression" };

    // A look at the words: whose transaction it is, and what is called under it, is for the callee's own analysis.
    private static bool BeginsTransaction(SyntaxNode member)
        => Says(member, word => word.StartsWith("Begin", StringComparison.Ordinal) || word == "TransactionScope");

    private static bool Says(SyntaxNode member, Func<string, bool> isWanted)
        => member.DescendantNodes().OfType<SimpleNameSyntax>().Any(name => isWanted(name.Identifier.ValueText));

    private static bool NamesTransaction(string name) => name.IndexOf("Transaction", StringComparison.Ordinal) >= 0;

    private static bool NamesUnitOfWork(string name) => name.IndexOf("UnitOfWork", StringComparison.Ordinal) >= 0;

    private static IEnumerable<IParameterSymbol> Parameters(ISymbol owner)
        => (owner as IMethodSymbol)?.Parameters ?? Enumerable.Empty<IParameterSymbol>();

    private static IEnumerable<ISymbol> Chain(ISymbol owner)
    {
        for (var at = owner as IMethodSymbol; at is not null; at = at.OverriddenMethod)
        {
            yield return at;
        }

        for (var type = owner.ContainingType; type is not null; type = type.BaseType)
        {
            yield return type;
        }

        foreach (var member in owner.ContainingType?.AllInterfaces.SelectMany(at => at.GetMembers(owner.Name)) ?? [])
        {
            var implementation = owner.ContainingType!.FindImplementationForInterfaceMember(member);
            if (SymbolEqualityComparer.Default.Equals(implementation, owner))
            {
                yield return member;
                yield return member.ContainingType;
            }
        }
    }
}
