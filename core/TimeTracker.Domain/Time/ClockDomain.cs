namespace TimeTracker.Domain;

/// <summary>
/// Names the boot session within which monotonic and boottime counters can be compared. <see cref="None"/> is a
/// machine that cannot name it: its readings compare with nothing, not even with each other.
/// </summary>
/// <param name="Id">The operating system's id of the boot session, with the time namespace where there are such.</param>
public readonly record struct ClockDomain(string Id)
{
    /// <summary>No domain is known.</summary>
    public static ClockDomain None { get; } = new(string.Empty);

    /// <summary>Whether counters of the two domains count from one origin.</summary>
    public static bool Comparable(ClockDomain left, ClockDomain right) => left.Id.Length > 0 && left.Id == right.Id;
}
