using Microsoft.CodeAnalysis.Operations;

namespace TimeTracker.Analyzers.Internals;

/// <summary>A command's execution, and the state it was reached with.</summary>
internal sealed class CommandSeen(
    IInvocationOperation call, CommandFacts facts, Verdict verdict, TransactionToken? token, FlowState state)
{
    public IInvocationOperation Call { get; } = call;

    public CommandFacts Facts { get; } = facts;

    public Verdict Verdict { get; } = verdict;

    /// <summary>The open transaction that the command should name.</summary>
    public TransactionToken? Token { get; } = token;

    public FlowState State { get; } = state;

    public bool IsUnprotectedWrite => Facts.Writes && Verdict == Verdict.Unprotected;
}
