using TimeTracker.Protocol.Tests.Model;

namespace TimeTracker.Protocol.Tests.Exploring;

/// <summary>What came of walking through a case.</summary>
/// <param name="Case">The case.</param>
/// <param name="States">How many different states were met.</param>
/// <param name="Depth">How many steps the farthest of them is away.</param>
/// <param name="Time">How long it took.</param>
/// <param name="Found">What is wrong, if anything is.</param>
internal sealed record Exploration(ProtocolCase Case, int States, int Depth, TimeSpan Time, Failure? Found)
{
    public override string ToString() =>
        $"{Case.Name}: {States:N0} states, {Depth} steps deep, {Time.TotalSeconds:N1} s"
        + (Found is null ? "" : $"\n{Found}");
}
