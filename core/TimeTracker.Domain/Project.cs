namespace TimeTracker.Domain;

/// <summary>What entries can be gathered under.</summary>
/// <param name="Id">Its name for ever.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Removed">Whether its making was taken back; entries that name it all the same keep its name.</param>
public sealed record Project(ProjectId Id, ProjectName Name, bool Removed = false);
