using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>
/// One member's body, its lambdas and local functions, analyzed once for all rules that share the flow.
/// </summary>
internal sealed class BodyAnalysis
{
    // Lambdas in lambdas beyond this depth are not entered.
    private const int DepthMax = 16;

    private readonly List<GraphResult> _graphs = [];
    private readonly HashSet<ISymbol> _committed = new(SymbolEqualityComparer.Default);
    private readonly HashSet<SyntaxNode> _committedWithoutName = [];
    private readonly HashSet<ISymbol> _rolledBack = new(SymbolEqualityComparer.Default);
    private readonly Lazy<bool> _calledInTransaction;

    public BodyAnalysis(ISymbol owner, IEnumerable<IOperation> roots, TypeFacts types, CancellationToken cancellation)
    {
        Owner = owner;
        Types = types;
        Facts = new(roots);
        Origins = new(Facts, types);
        Values = new(types, Origins);
        Writes = new(types, Origins, Values);
        Borders = new(types, Origins, Facts);
        _calledInTransaction = new(() => Contract.IsCalledInTransaction(owner));
        var contract = Contract.Promises(owner, types) || Facts.AsksForTransaction;
        var inside = Contract.IsInside(owner, types);
        foreach (var root in Facts.Roots)
        {
            if (Graph(root, cancellation) is { } graph)
            {
                Run(graph, FlowState.Start(contract), inside, deferred: false, 0, cancellation);
            }
        }
    }

    public ISymbol Owner { get; }

    public TypeFacts Types { get; }

    public BodyFacts Facts { get; }

    public Origins Origins { get; }

    public ValueReader Values { get; }

    public WriteFacts Writes { get; }

    public TransactionBorders Borders { get; }

    public IReadOnlyList<GraphResult> Graphs => _graphs;

    public bool IsCommitted(TransactionToken token)
        => token.Variable is null ? _committedWithoutName.Contains(token.Syntax) : _committed.Contains(token.Variable);

    public bool IsRolledBack(TransactionToken token) => token.Variable is { } variable
        && _rolledBack.Contains(variable);

    public void NoteEnd(ISymbol? variable, SyntaxNode receiver, TransactionEnd end)
    {
        if (variable is null)
        {
            if (end == TransactionEnd.Commit)
            {
                _committedWithoutName.Add(receiver);
            }
        }
        else if (end != TransactionEnd.Dispose)
        {
            (end == TransactionEnd.Commit ? _committed : _rolledBack).Add(variable);
        }
    }

    public Verdict Judge(CommandFacts command, FlowState state, out TransactionToken? token)
    {
        token = null;
        if (command.Enlistment == Enlistment.Explicit)
        {
            return IsOver(command.Transaction, state) ? Verdict.Unprotected : Verdict.InTransaction;
        }

        var resource = command.Resource;
        var covering = state.Must.Where(open => !open.Connection.IsSurelyOtherThan(resource)).ToList();
        if (covering.Count > 0)
        {
            token = covering.FirstOrDefault(open => open.Kind == TransactionKind.Ado
                && open.Connection.IsSameAs(resource));
            return token is not null && command.Enlistment == Enlistment.None && command.Kind == CommandKind.Sql
                && !resource.EnlistsByItself && covering.All(open => open.Kind == TransactionKind.Ado)
                ? Verdict.NotEnlisted : Verdict.InTransaction;
        }

        return state.Contract ? Verdict.InTransaction : resource.Kind switch
        {
            ResourceKind.CallerSupplied => Verdict.CallerSupplied,
            ResourceKind.Member when _calledInTransaction.Value => Verdict.CallerSupplied,
            ResourceKind.Unknown or ResourceKind.HeldTransaction => Verdict.Silent,
            _ => Verdict.Unprotected,
        };
    }

    public bool IsOutbox(IInvocationOperation call, CommandFacts command)
        => command.Tables.Any(table => Settings.Names(Types.Settings.OutboxTables, table))
            || (!Types.Settings.OutboxMethods.IsEmpty && Settings.Names(
                Types.Settings.OutboxMethods, TypeFacts.FullName(call.TargetMethod.OriginalDefinition)));

    // The command names a transaction that was begun here and has ended on every path.
    private bool IsOver(ISymbol? transaction, FlowState state)
        => transaction is ILocalSymbol && Borders.Tokens.Any(at => at.Owned
                && SymbolEqualityComparer.Default.Equals(at.Variable, transaction))
            && !state.May.Any(open => SymbolEqualityComparer.Default.Equals(open.Variable, transaction));

    private void Run(
        ControlFlowGraph graph, FlowState start, bool inside, bool deferred, int depth, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var result = new GraphResult(graph, inside, deferred);
        new TransactionFlow(graph, new(this, new(graph), result)).Run(start);
        _graphs.Add(result);
        if (depth >= DepthMax)
        {
            return;
        }

        foreach (var pair in result.Lambdas)
        {
            Enter(graph, pair.Key, pair.Value, result, depth, cancellation);
        }

        foreach (var function in graph.LocalFunctions)
        {
            var called = result.Locals.TryGetValue(function, out var state);
            var contract = function.Parameters.Any(parameter => Types.HoldsTransaction(parameter.Type));
            Run(
                graph.GetLocalFunctionControlFlowGraph(function, cancellation),
                (called ? state! : start).ForNested(contract), called && inside, deferred || !called, depth + 1,
                cancellation);
        }
    }

    private void Enter(
        ControlFlowGraph graph, IFlowAnonymousFunctionOperation lambda, FlowState state, GraphResult outer, int depth,
        CancellationToken cancellation)
    {
        if (Facts.Lambda(lambda.Syntax) is not { } original || Contract.IsExpressionTree(original))
        {
            return;
        }

        var contract = Contract.Promises(original, Types);
        Run(
            graph.GetAnonymousFunctionControlFlowGraph(lambda, cancellation), state.ForNested(contract),
            outer.Inside && contract, deferred: true, depth + 1, cancellation);
    }

    private static ControlFlowGraph? Graph(IOperation root, CancellationToken cancellation) => root switch
    {
        IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellation),
        IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellation),
        IFieldInitializerOperation field => ControlFlowGraph.Create(field, cancellation),
        IPropertyInitializerOperation property => ControlFlowGraph.Create(property, cancellation),
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellation),
        _ => null,
    };
}
