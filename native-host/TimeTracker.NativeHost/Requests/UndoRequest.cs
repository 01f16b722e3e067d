using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Takes back this store's latest command; refused where the one that the person saw is given and another one is
/// the latest.</summary>
internal sealed record UndoRequest : CommandRequest
{
    /// <summary>The snapshot's undo.command.</summary>
    public Guid? Command { get; init; }

    private protected override string? Fault() =>
        Command is { } command && !IsCommandId(command) ? "command is no command's id" : null;

    private protected override Command ToCommand() =>
        new Domain.Command.Undo(Command is { } command ? Domain.CommandId.FromMinted(command) : null);
}
