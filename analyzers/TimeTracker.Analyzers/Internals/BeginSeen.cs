using Microsoft.CodeAnalysis;

namespace TimeTracker.Analyzers.Internals;

/// <summary>A transaction's begin, and the state before it.</summary>
internal sealed class BeginSeen(TransactionToken token, IOperation operation, FlowState state)
{
    public TransactionToken Token { get; } = token;

    public IOperation Operation { get; } = operation;

    public FlowState State { get; } = state;
}
