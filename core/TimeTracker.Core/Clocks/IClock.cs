using TimeTracker.Domain;

namespace TimeTracker.Core.Clocks;

/// <summary>Where readings come from: a machine's clocks.</summary>
public interface IClock
{
    /// <summary>What the clocks say now. Costs no more than the system calls.</summary>
    Reading Read();
}
