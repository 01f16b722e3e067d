using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// What can be read off a body without following its flow: assignments, uses and surroundings of lambdas.
/// </summary>
internal sealed class BodyFacts
{
    private readonly Dictionary<ISymbol, List<IOperation>> _values = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<SyntaxNode, IAnonymousFunctionOperation> _lambdas = [];
    private readonly Dictionary<SyntaxNode, BeginSite> _sites = [];

    public BodyFacts(IEnumerable<IOperation> roots)
    {
        Roots = roots.ToList();
        foreach (var operation in Roots.SelectMany(root => root.DescendantsAndSelf()))
        {
            Note(operation);
        }
    }

    public List<IOperation> Roots { get; }

    public IReadOnlyList<IOperation> Values(ISymbol symbol)
        => _values.TryGetValue(symbol, out var values) ? values : [];

    /// <summary>The body looks whether its caller has a transaction open, and so knows what it does.</summary>
    public bool AsksForTransaction { get; private set; }

    /// <summary>A using statement or declaration holds the variable.</summary>
    public bool IsUsed(ISymbol symbol) => _used.Contains(symbol);

    public IAnonymousFunctionOperation? Lambda(SyntaxNode syntax)
        => _lambdas.TryGetValue(syntax, out var lambda) ? lambda : null;

    public BeginSite Site(IOperation begin)
    {
        if (!_sites.TryGetValue(begin.Syntax, out var site))
        {
            var original = Roots.SelectMany(root => root.DescendantsAndSelf())
                .FirstOrDefault(at => at.Syntax == begin.Syntax && at.Kind == begin.Kind);
            _sites[begin.Syntax] = site = original is null ? new(BeginUse.Escapes, null) : Follow(original);
        }

        return site;
    }

    private void Note(IOperation operation)
    {
        switch (operation)
        {
            case IVariableDeclaratorOperation { Initializer.Value: { } value } declarator:
                Add(declarator.Symbol, value);
                break;
            case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment:
                Add(local.Local, assignment.Value);
                break;
            case IUsingDeclarationOperation declaration:
                Use(declaration.DeclarationGroup);
                break;
            case IUsingOperation { Resources: { } resource }:
                Use(resource);
                break;
            case IPropertyReferenceOperation { Property: { Name: "CurrentTransaction" }
                or { Name: "Current", ContainingType.Name: "Transaction" } }:
                AsksForTransaction = true;
                break;
            case IAnonymousFunctionOperation lambda:
                _lambdas[lambda.Syntax] = lambda;
                break;
        }
    }

    // What is declared, what that is another name for (ConfigureAwait gives one), and what is assigned in passing.
    private void Use(IOperation resource)
    {
        foreach (var value in resource is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(at => at.Declarators)
                .SelectMany(at => at.Initializer is { Value: { } value } ? new[] { at, value } : [at])
            : [resource is ISimpleAssignmentOperation assignment ? assignment.Target : resource])
        {
            if (Operations.Key(value, CaptureMap.Empty) is ISymbol symbol)
            {
                _used.Add(symbol);
            }
        }
    }

    private void Add(ISymbol symbol, IOperation value)
    {
        if (!_values.TryGetValue(symbol, out var values))
        {
            _values[symbol] = values = [];
        }

        if (!Operations.IsNull(value))
        {
            values.Add(value);
        }
    }

    private BeginSite Follow(IOperation operation)
    {
        for (var at = operation; ; at = at.Parent)
        {
            switch (at.Parent)
            {
                case IConversionOperation or IParenthesizedOperation or IAwaitOperation or ICoalesceOperation
                    or IConditionalOperation { WhenTrue: not null } or IVariableInitializerOperation
                    or IConditionalAccessOperation:
                case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult"
                    or "AsTask" }:
                case IPropertyReferenceOperation { Property.Name: "Result" }:
                    continue;
                case IVariableDeclaratorOperation declarator:
                    return InVariable(declarator.Symbol);
                case ISimpleAssignmentOperation { Target: ILocalReferenceOperation local }:
                    return InVariable(local.Local);
                case ISimpleAssignmentOperation assignment:
                    return new(BeginUse.Escapes, Operations.Key(assignment.Target, CaptureMap.Empty) as ISymbol);
                case ICoalesceAssignmentOperation assignment:
                    return new(BeginUse.Escapes, Operations.Key(assignment.Target, CaptureMap.Empty) as ISymbol);
                case IUsingOperation:
                    return new(BeginUse.Using, null);
                case IExpressionStatementOperation:
                    return new(BeginUse.Dropped, null);
                default:
                    return new(BeginUse.Escapes, null);
            }
        }
    }

    private BeginSite InVariable(ISymbol variable)
        => new(_used.Contains(variable) ? BeginUse.Using : BeginUse.Local, variable);
}
