using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>One try at a command: its result, or why there is none.</summary>
internal sealed record Attempt(CommandResult? Result)
{
    /// <summary>Whether it may have been committed all the same; only the store can say, once it is open again.</summary>
    internal bool IsUnknown { get; private init; }

    internal DatabaseFault Fault { get; private init; }

    internal string Reason { get; private init; } = string.Empty;

    internal static Attempt Of(CommitOutcome outcome, CommandResult.Done done) => outcome switch
    {
        CommitOutcome.Committed => new(done),
        CommitOutcome.NotCommitted(var fault, var reason) =>
            new((CommandResult?)null) { Fault = fault, Reason = reason },

        // What went into a file that no path names is not there for anyone, and no second try finds it.
        CommitOutcome.Unknown(var fault, var reason) =>
            new((CommandResult?)null) { IsUnknown = fault != DatabaseFault.Moved, Fault = fault, Reason = reason },
        _ => throw new InvalidOperationException($"{outcome.GetType()} is no outcome"),
    };
}
