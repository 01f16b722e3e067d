namespace TimeTracker.Conventions.Tests.Arrows;

/// <summary>
/// What one project may know: projects and packages it may name, assemblies its compiled code may refer to.
/// </summary>
internal sealed record Arrow(string[] Projects, string[] Packages, string[] Assemblies)
{
    /// <summary>A framework beside .NET's own whose assemblies it may refer to, all of them; null for none.</summary>
    internal string? SharedFramework { get; init; }
}
