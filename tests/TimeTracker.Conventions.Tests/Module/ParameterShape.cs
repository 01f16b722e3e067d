namespace TimeTracker.Conventions.Tests.Module;

/// <summary>What the conventions look at in one parameter: its type, and what its attributes are called.</summary>
internal sealed record ParameterShape(string Name, Type Type, IReadOnlyList<string> Attributes);
