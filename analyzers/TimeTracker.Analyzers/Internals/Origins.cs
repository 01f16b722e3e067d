using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>Follows a connection or context back to where the method has it from.</summary>
internal sealed class Origins(BodyFacts body, TypeFacts types)
{
    // Aliases of aliases beyond this depth are not followed.
    private const int DepthMax = 8;

    private static readonly string[] Making = ["Open", "Create", "New", "Connect", "Make", "Build"];

    public Resource Of(IOperation? operation, CaptureMap captures, int depth = 0)
    {
        if (operation is null || depth > DepthMax)
        {
            return Resource.Unknown;
        }

        var value = Operations.Unwrap(operation, captures);
        return value switch
        {
            ILocalReferenceOperation local => OfLocal(local.Local, value.Type, captures, depth),
            IParameterReferenceOperation parameter => OfParameter(parameter),
            IFieldReferenceOperation field => OfMember(field.Instance, field.Field, field.Type, captures, depth),
            IPropertyReferenceOperation property
                => OfMember(property.Instance, property.Property, property.Type, captures, depth),
            IInstanceReferenceOperation { Type: { } type } when types.IsContext(type)
                => new(ResourceKind.HeldTransaction, null, type),
            IObjectCreationOperation created => new(ResourceKind.Own, null, created.Type),
            IInvocationOperation call => OfCall(call, captures, depth),
            _ => Resource.Unknown,
        };
    }

    private Resource OfLocal(ILocalSymbol local, ITypeSymbol? type, CaptureMap captures, int depth)
    {
        var values = body.Values(local);
        if (values.Count == 0)
        {
            return new(ResourceKind.Unknown, local, type);
        }

        var origins = values.Select(value => Of(value, captures, depth + 1)).ToList();
        var first = origins[0];
        if (origins.Any(origin => origin.Kind != first.Kind))
        {
            return new(ResourceKind.Unknown, local, type);
        }

        if (first.Symbol is not null && origins.Count == 1)
        {
            return first;
        }

        var taken = first.Kind == ResourceKind.Unknown && first.Type is not null && body.IsUsed(local);
        return new(taken ? ResourceKind.Own : first.Kind, local, first.Type ?? type);
    }

    private static Resource OfParameter(IParameterReferenceOperation reference)
    {
        var parameter = reference.Parameter;
        var captured = parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            && constructor.DeclaringSyntaxReferences.Any(at
                => at.GetSyntax() is TypeDeclarationSyntax);
        return new(captured ? ResourceKind.Member : ResourceKind.CallerSupplied, parameter, parameter.Type);
    }

    private Resource OfMember(
        IOperation? instance, ISymbol member, ITypeSymbol? type, CaptureMap captures, int depth)
    {
        if (types.IsFacade(type) || (instance is not null && types.IsContext(instance.Type)))
        {
            return Of(instance, captures, depth + 1);
        }

        if (instance is null or IInstanceReferenceOperation)
        {
            return new(IsLent(member) ? ResourceKind.Unknown : ResourceKind.Member, member, type);
        }

        return types.HoldsTransaction(Operations.Unwrap(instance, captures).Type)
            ? new(ResourceKind.HeldTransaction, null, type) : new(ResourceKind.Unknown, null, type);
    }

    private Resource OfCall(IInvocationOperation call, CaptureMap captures, int depth)
    {
        var receiver = Operations.Receiver(call);
        var type = TypeFacts.Awaited(call.Type);
        if (receiver is not null && (types.IsContext(receiver.Type) || types.IsFacade(receiver.Type)
            || IsQuery(receiver.Type)))
        {
            return Of(receiver, captures, depth + 1);
        }

        if (receiver is not null and not IInstanceReferenceOperation && types.HoldsTransaction(receiver.Type))
        {
            return new(ResourceKind.HeldTransaction, null, type);
        }

        // A connection that is fetched, not made, belongs to somebody else, unless it is disposed of here.
        var name = call.TargetMethod.Name;
        var made = Making.Any(word => name.StartsWith(word, StringComparison.Ordinal)
            && (name.Length == word.Length || char.IsUpper(name[word.Length])));
        return types.IsConnection(type) || types.IsContext(type)
            ? new(made ? ResourceKind.Own : ResourceKind.Unknown, null, type) : Resource.Unknown;
    }

    // What a base class in another assembly hands out, or a property takes from another object, is a wrapper's.
    private static bool IsLent(ISymbol member)
        => member.DeclaringSyntaxReferences.IsEmpty || member.DeclaringSyntaxReferences.Any(at => at.GetSyntax()
            is PropertyDeclarationSyntax { ExpressionBody.Expression: var value } && IsOfAnother(value));

    private static bool IsOfAnother(ExpressionSyntax value) => value switch
    {
        PostfixUnaryExpressionSyntax proven => IsOfAnother(proven.Operand),
        MemberAccessExpressionSyntax { Expression: not ThisExpressionSyntax } => true,
        _ => false,
    };

    private static bool IsQuery(ITypeSymbol? type)
        => type is { Name: "DbSet" or "IQueryable" or "IOrderedQueryable" or "IIncludableQueryable" };
}
