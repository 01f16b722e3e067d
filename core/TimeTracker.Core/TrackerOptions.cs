using TimeTracker.Core.Clocks;
using TimeTracker.Core.Identity;

namespace TimeTracker.Core;

/// <summary>How a tracker is opened; all has a default.</summary>
public sealed class TrackerOptions
{
    /// <summary>The data folder; <see cref="DataFolder.Default"/> where it is null.</summary>
    public string? Folder { get; init; }

    /// <summary>The clocks; this machine's unless told otherwise.</summary>
    public IClock Clock { get; init; } = SystemClock.Create();

    /// <summary>The zone that the person's wall clock shows; asked for at each command.</summary>
    public Func<TimeZoneInfo> Zone { get; init; } = () => TimeZoneInfo.Local;

    /// <summary>
    /// Whether this program stays open and looks at the clocks every 30 s while a timer runs, so that after a crash it is
    /// known until when somebody was there. A program that gives one command and ends leaves it off.
    /// </summary>
    public bool KeepsWatch { get; init; }

    /// <summary>Tells this machine from others.</summary>
    internal Func<string> Machine { get; init; } = MachineFingerprint.Read;

    /// <summary>What the looks of the watch are timed by.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>
    /// How long to wait while other programs write: 60 s unless told otherwise. A warm command holds the store for less
    /// than a millisecond, but one that has just been started compiles meanwhile: 40 that begin at once on two busy
    /// cores were seen to need more than 10 s.
    /// </summary>
    public TimeSpan BusyTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long the last save may hold up the end: the whole budget of closing is 2 s, and a store that another program
    /// holds for longer is left as it is.
    /// </summary>
    internal TimeSpan SaveTimeMax { get; init; } = TimeSpan.FromSeconds(1.5);
}
