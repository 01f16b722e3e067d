namespace TimeTracker.Conventions.Tests.Module;

/// <summary>What the conventions look at in one cmdlet.</summary>
internal sealed record CmdletShape(
    string Class, string Verb, string Noun, bool SupportsShouldProcess, IReadOnlyList<string> OutputTypes)
{
    internal string Name => $"{Verb}-{Noun}";
}
