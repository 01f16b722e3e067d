namespace TimeTracker.Core.Clocks;

/// <summary>This machine's clocks, as exact as its operating system tells them.</summary>
public static class SystemClock
{
    /// <summary>
    /// The clocks of this machine: measured where sleep can be told from work, else the wall clock alone, so that every
    /// duration is marked as estimated.
    /// </summary>
    public static IClock Create() => Measured() ?? new WallClockOnly();

    private static IClock? Measured()
    {
        if (OperatingSystem.IsLinux())
        {
            return LinuxClock.TryCreate();
        }

        if (OperatingSystem.IsWindows())
        {
            return WindowsClock.TryCreate();
        }

        return OperatingSystem.IsMacOS() ? MacClock.TryCreate() : null;
    }
}
