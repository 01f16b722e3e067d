namespace TimeTracker.Core;

/// <summary>A device that the server was told to let in.</summary>
/// <param name="Enrolment">Its name there, by which it is shut out.</param>
/// <param name="Name">What it calls itself.</param>
/// <param name="Enrolled">When it was let in.</param>
/// <param name="Revoked">When it was shut out; null where it is let in still.</param>
/// <param name="IsThisDevice">Whether it is this one.</param>
public sealed record DeviceView(
    Guid Enrolment, string Name, DateTimeOffset Enrolled, DateTimeOffset? Revoked, bool IsThisDevice);
