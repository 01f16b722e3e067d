using TimeTracker.Core.Clocks;
using TimeTracker.Domain;

namespace TimeTracker.StoreProcess;

/// <summary>This machine's clocks under a name that is given: a sleep can only be acted by a time namespace of its own,
/// which is another clock domain for the product.</summary>
internal sealed class FixedDomainClock(IClock inner, string domain) : IClock
{
    public Reading Read() => inner.Read() with { Domain = new ClockDomain(domain) };
}
