namespace TimeTracker.Conventions.Tests.Arrows;

/// <summary>
/// What one project may know: projects and packages it may name, assemblies its compiled code may refer to.
/// </summary>
internal sealed record Arrow(string[] Projects, string[] Packages, string[] Assemblies);
