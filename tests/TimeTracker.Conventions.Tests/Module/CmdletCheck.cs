namespace TimeTracker.Conventions.Tests.Module;

/// <summary>Finds what a cmdlet does otherwise than all others do.</summary>
internal static class CmdletCheck
{
    private const string Prefix = "Tt";

    internal static IEnumerable<string> Violations(CmdletShape cmdlet)
    {
        if (!Verbs.Approved.Contains(cmdlet.Verb))
        {
            yield return $"{cmdlet.Name}: the verb is not an approved one";
        }

        if (!IsPrefixed(cmdlet.Noun))
        {
            yield return $"{cmdlet.Name}: the noun does not begin with {Prefix} and a capital";
        }

        if (IsPlural(cmdlet.Noun))
        {
            yield return $"{cmdlet.Name}: the noun is a plural";
        }

        if (cmdlet.Class != cmdlet.Verb + cmdlet.Noun)
        {
            yield return $"{cmdlet.Name}: its class is called {cmdlet.Class}";
        }

        if (cmdlet.SupportsShouldProcess == Verbs.Reading.Contains(cmdlet.Verb))
        {
            yield return $"{cmdlet.Name}: SupportsShouldProcess belongs to verbs that change something, to no other";
        }

        if (cmdlet.OutputTypes.Count == 0)
        {
            yield return $"{cmdlet.Name}: no OutputType";
        }
    }

    private static bool IsPrefixed(string noun) =>
        noun.StartsWith(Prefix, StringComparison.Ordinal) && char.IsUpper(noun.ElementAtOrDefault(Prefix.Length));

    // "Status" and "Progress" are singular.
    private static bool IsPlural(string noun) =>
        noun.EndsWith('s') && noun[^2] is not ('s' or 'u');
}
