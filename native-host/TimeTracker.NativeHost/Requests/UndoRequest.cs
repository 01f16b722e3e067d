using TimeTracker.Domain;

namespace TimeTracker.NativeHost.Requests;

/// <summary>Takes back this store's latest command.</summary>
internal sealed record UndoRequest : CommandRequest
{
    private protected override Command ToCommand() => new Command.Undo();
}
