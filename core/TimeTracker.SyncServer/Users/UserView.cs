namespace TimeTracker.SyncServer.Users;

/// <summary>A user as the operator sees one.</summary>
/// <param name="Name">The name.</param>
/// <param name="Id">The id, as logs name the user.</param>
/// <param name="Operations">How many operations the log has.</param>
/// <param name="Devices">How many devices are let in.</param>
public sealed record UserView(string Name, UserId Id, long Operations, long Devices);
