using TimeTracker.Core;

namespace TimeTracker.PowerShell;

/// <summary>A project or a tag, and how it is used.</summary>
public abstract class TtUsage
{
    private protected TtUsage(UsageView view) => (Name, Entries, Duration, LastUsed) =
        (view.Name, view.Entries, view.Duration, view.LastUsed?.ToLocalTime());

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>How many entries have it.</summary>
    public long Entries { get; }

    /// <summary>The time of those that have ended.</summary>
    public TimeSpan Duration { get; }

    /// <summary>When the latest of them began; null where there is none.</summary>
    public DateTimeOffset? LastUsed { get; }
}
