namespace TimeTracker.NativeHost;

/// <summary>
/// The zone of the person's wall clock. .NET asks the system once in a process's life, and a host lives as long as its
/// browser: in another country it would go on in the old zone.
/// </summary>
internal sealed class LocalZone(TimeProvider time)
{
    private static readonly TimeSpan AgeMax = TimeSpan.FromMinutes(1);

    private long _asked = time.GetTimestamp();

    internal TimeZoneInfo Current()
    {
        if (time.GetElapsedTime(Volatile.Read(ref _asked)) > AgeMax)
        {
            Volatile.Write(ref _asked, time.GetTimestamp());
            TimeZoneInfo.ClearCachedData();
        }

        return TimeZoneInfo.Local;
    }
}
