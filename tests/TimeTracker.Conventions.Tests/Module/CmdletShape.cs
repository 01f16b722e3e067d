namespace TimeTracker.Conventions.Tests.Module;

/// <summary>What the conventions look at in one cmdlet.</summary>
internal sealed record CmdletShape(
    string Class, string Verb, string Noun, bool IsSealed, bool SupportsShouldProcess, IReadOnlyList<string> OutputTypes,
    IReadOnlyList<ParameterShape> Parameters)
{
    internal string Name => $"{Verb}-{Noun}";

    internal bool Has(string parameter) => Parameters.Any(one => one.Name == parameter);
}
