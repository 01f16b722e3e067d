using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>What the flow saw in one method, lambda or local function.</summary>
internal sealed class GraphResult(ControlFlowGraph graph, bool inside, bool deferred)
{
    private readonly Dictionary<IOperation, CommandSeen> _commands = [];
    private readonly Dictionary<TransactionToken, BeginSeen> _begins = [];
    private readonly Dictionary<IInvocationOperation, FlowState> _calls = [];
    private readonly Dictionary<IFlowAnonymousFunctionOperation, FlowState> _lambdas = [];
    private readonly Dictionary<IMethodSymbol, FlowState> _locals = new(SymbolEqualityComparer.Default);

    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>The contract says that a transaction is surely open here.</summary>
    public bool Inside { get; } = inside;

    /// <summary>The body runs when somebody else likes, perhaps after what is open around it has ended.</summary>
    public bool Deferred { get; } = deferred;

    public IEnumerable<CommandSeen> Commands => _commands.Values;

    public IEnumerable<BeginSeen> Begins => _begins.Values;

    public IReadOnlyDictionary<IInvocationOperation, FlowState> Calls => _calls;

    public IReadOnlyDictionary<IFlowAnonymousFunctionOperation, FlowState> Lambdas => _lambdas;

    public IReadOnlyDictionary<IMethodSymbol, FlowState> Locals => _locals;

    public void Command(
        IInvocationOperation call, CommandFacts facts, Verdict verdict, TransactionToken? token, FlowState state)
    {
        // A finally region is passed once per branch: the worse verdict stands.
        if (!_commands.TryGetValue(call, out var seen) || seen.Verdict < verdict)
        {
            _commands[call] = new(call, facts, verdict, token, state);
        }
    }

    public void Begin(TransactionToken token, IOperation operation, FlowState state)
        => _begins[token] =
            new(token, operation, _begins.TryGetValue(token, out var seen) ? seen.State.Join(state) : state);

    public void Call(IInvocationOperation call, FlowState state) => Note(_calls, call, state);

    public void Lambda(IFlowAnonymousFunctionOperation lambda, FlowState state) => Note(_lambdas, lambda, state);

    public void LocalCall(IMethodSymbol function, FlowState state) => Note(_locals, function, state);

    private static void Note<TKey>(Dictionary<TKey, FlowState> seen, TKey key, FlowState state)
        where TKey : notnull
        => seen[key] = seen.TryGetValue(key, out var before) ? before.Join(state) : state;
}
