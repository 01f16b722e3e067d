using TimeTracker.Domain;

namespace TimeTracker.Core;

/// <summary>Two devices set one field without knowing of each other.</summary>
/// <param name="Conflict">Which field and which operations.</param>
/// <param name="Entity">What it is about.</param>
/// <param name="About">Its description or name.</param>
/// <param name="Shown">The value that is shown.</param>
/// <param name="Other">The value that is not.</param>
/// <param name="IsOtherMine">Whether this device made the one that is not shown.</param>
public sealed record ConflictView(
    Conflict Conflict, Guid Entity, string About, string Shown, string Other, bool IsOtherMine)
{
    /// <summary>
    /// The command that settles it for this device's value, or for the other device's. Between two other devices, the
    /// value that is shown counts as this one's.
    /// </summary>
    public Command Settle(bool forMine) => new Command.SettleConflict(Conflict, KeepLoser: forMine == IsOtherMine);
}
