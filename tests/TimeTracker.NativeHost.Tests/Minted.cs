namespace TimeTracker.NativeHost.Tests;

/// <summary>Command ids, as an extension mints them, and what they name.</summary>
internal static class Minted
{
    internal static string New() => $"{Guid.CreateVersion7().ToString()[..^2]}00";

    /// <summary>An operation of a command, by which entries and questions are named.</summary>
    internal static string Operation(string command, int ordinal) => $"{command[..^2]}{ordinal:x2}";
}
