using System.Diagnostics;
using System.Globalization;

namespace TimeTracker.Core.Watching;

/// <summary>How a tracker is named in the lease: process, process namespace, and a part of its own.</summary>
internal static class LeaseHolder
{
    private const string PidNamespacePath = "/proc/self/ns/pid";

    internal static string New() => string.Create(
        CultureInfo.InvariantCulture, $"{Environment.ProcessId} {Namespace()} {Guid.NewGuid():N}");

    /// <summary>
    /// Whether the holder's process has ended for certain. A number that another process has since, or one of another
    /// container, proves nothing: then only the lease's expiry tells.
    /// </summary>
    internal static bool IsGone(string holder)
    {
        if (holder.Split(' ') is not [var process, var space, _] || space != Namespace()
            || !int.TryParse(process, CultureInfo.InvariantCulture, out var id))
        {
            return false;
        }

        try
        {
            using var found = Process.GetProcessById(id);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string Namespace()
    {
        try
        {
            return new FileInfo(PidNamespacePath).LinkTarget ?? Environment.MachineName;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Environment.MachineName;
        }
    }
}
