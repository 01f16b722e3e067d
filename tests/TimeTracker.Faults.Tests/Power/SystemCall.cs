namespace TimeTracker.Faults.Tests.Power;

/// <summary>One recorded call that a disk, or whoever waits for an answer, can see.</summary>
/// <param name="Name">pwrite64, fsync, ftruncate, unlink, or ack: the program told that a command is done.</param>
/// <param name="File">The file's name without its folder; of an ack, the command's id.</param>
/// <param name="Offset">Where it wrote; of ftruncate, the new length.</param>
/// <param name="Data">What it wrote.</param>
internal sealed record SystemCall(string Name, string File, long Offset, byte[] Data);
