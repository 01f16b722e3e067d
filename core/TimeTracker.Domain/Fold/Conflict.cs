namespace TimeTracker.Domain;

/// <summary>
/// Two devices changed one field without knowing of each other: one value is shown, the other is kept here until
/// somebody who knew both sets the field again.
/// </summary>
/// <param name="Field">Which field; <see cref="PatchFields.Removed"/> where one device removed what the other changed,
/// <see cref="PatchFields.RunsOn"/> where an open entry was ended because another device had started one.</param>
/// <param name="Winner">The operation whose value is shown.</param>
/// <param name="Loser">The operation whose value is not.</param>
public sealed record Conflict(PatchFields Field, OperationId Winner, OperationId Loser);
