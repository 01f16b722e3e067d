using TimeTracker.Domain;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Requests;

/// <summary>
/// A request that changes the store. The extension mints the command's id before the first attempt and repeats the
/// request with it until there is a reply; however often it comes, it has one effect.
/// </summary>
internal abstract record CommandRequest : Request
{
    private const int UuidVersion = 7;

    /// <summary>A UUID of version 7 whose last byte is 0.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>What becomes of other entries where a given time overlaps them; null refuses.</summary>
    public string? Adjust { get; init; }

    internal sealed override Answer Answer(Session session)
    {
        if (!IsMinted(CommandId))
        {
            return Failures.BadCommandId;
        }

        if (Named.Of<Adjustment>(Adjust ?? nameof(Adjustment.Refuse)) is not { } adjust)
        {
            return Failures.BadRequest("adjust is Refuse, Trim, Shift or Split");
        }

        return Fault() is { } fault
            ? Failures.BadRequest(fault)
            : session.Execute(Domain.CommandId.FromMinted(CommandId), ToCommand() with { Adjust = adjust });
    }

    /// <summary>Whether an extension may mint it for a command.</summary>
    internal static bool IsMinted(Guid id) => id.Version == UuidVersion && IsCommandId(id);

    /// <summary>Whether it can be a command's, whoever minted it.</summary>
    private protected static bool IsCommandId(Guid id) => id != Guid.Empty && Domain.CommandId.FromFresh(id).Value == id;

    /// <summary>What the request contradicts itself in; null where it does not.</summary>
    private protected virtual string? Fault() => null;

    /// <summary>The same in the domain's words.</summary>
    private protected abstract Command ToCommand();
}
