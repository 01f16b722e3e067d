namespace TimeTracker.SyncServer.Users;

/// <summary>Who a token belongs to.</summary>
/// <param name="User">Whose data.</param>
/// <param name="Enrolment">Which of the user's devices.</param>
public sealed record Caller(UserId User, Guid Enrolment);
