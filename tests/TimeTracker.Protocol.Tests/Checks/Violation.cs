namespace TimeTracker.Protocol.Tests.Checks;

/// <summary>What is wrong with a state.</summary>
internal readonly record struct Violation(ViolationKind Kind, string What)
{
    public override string ToString() => $"{Kind}: {What}";
}
