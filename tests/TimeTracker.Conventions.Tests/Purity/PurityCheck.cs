namespace TimeTracker.Conventions.Tests.Purity;

/// <summary>Finds what a pure assembly must not use: the machine, the clock and chance.</summary>
internal static class PurityCheck
{
    // A dot at the end forbids all members.
    private static readonly string[] Forbidden =
    [
        "System.Console.",
        "System.DateTime.get_Now",
        "System.DateTime.get_Today",
        "System.DateTime.get_UtcNow",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Diagnostics.Process.",
        "System.Diagnostics.Stopwatch.",
        "System.Environment.",
        "System.Guid.CreateVersion7",
        "System.Guid.NewGuid",
        "System.IO.Directory.",
        "System.IO.DirectoryInfo.",
        "System.IO.File.",
        "System.IO.FileInfo.",
        "System.IO.FileStream.",
        "System.Net.",
        "System.Random.",
        "System.Security.Cryptography.RandomNumberGenerator.",
        "System.Threading.Tasks.Parallel.",
        "System.Threading.Tasks.Task.Delay",
        "System.Threading.Tasks.Task.Run",
        "System.Threading.Tasks.TaskFactory.",
        "System.Threading.Thread.",
        "System.Threading.ThreadPool.",
        "System.Threading.Timer.",
        "System.TimeProvider.get_System",
        "System.TimeZoneInfo.get_Local",
    ];

    // Every iterator asks which thread it is on; the compiler writes that, not we.
    private const string InIterators = "System.Environment.get_CurrentManagedThreadId";

    internal static IReadOnlyList<string> Violations(string assembly)
    {
        using var use = new MemberUse(assembly);
        return [.. use.Members().Where(IsForbidden).Order(StringComparer.Ordinal)];
    }

    private static bool IsForbidden(string member) => member != InIterators && Array.Exists(
        Forbidden,
        entry => entry.EndsWith('.') ? member.StartsWith(entry, StringComparison.Ordinal) : member == entry);
}
