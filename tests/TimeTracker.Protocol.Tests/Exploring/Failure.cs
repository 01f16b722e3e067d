using TimeTracker.Protocol.Tests.Checks;

namespace TimeTracker.Protocol.Tests.Exploring;

/// <summary>What is wrong, and a shortest way there.</summary>
internal sealed record Failure(Violation Violation, Trace Trace)
{
    public override string ToString() => $"{Violation}, after {Trace.Steps.Count} steps:\n{Trace}";
}
