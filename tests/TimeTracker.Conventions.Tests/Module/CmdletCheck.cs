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

        if (!cmdlet.IsSealed)
        {
            yield return $"{cmdlet.Name}: its class is not sealed";
        }

        // What a sync did is its answer, and nothing that passed through it.
        if (cmdlet.Verb != "Sync" && cmdlet.Has("PassThru") != (cmdlet.SupportsShouldProcess && cmdlet.OutputTypes.Any(IsOfOurs)))
        {
            yield return $"{cmdlet.Name}: PassThru belongs to changes of something that can be shown, to no other";
        }

        if (cmdlet is { Noun: "TtTimer", SupportsShouldProcess: true } && !(cmdlet.Has("At") && cmdlet.Has("Ago")))
        {
            yield return $"{cmdlet.Name}: acts on the timer and takes no -At and -Ago";
        }

        foreach (var violation in cmdlet.Parameters.SelectMany(one => ParameterCheck.Violations(cmdlet, one)))
        {
            yield return violation;
        }
    }

    private static bool IsOfOurs(string type) => type.StartsWith("TimeTracker.", StringComparison.Ordinal);

    private static bool IsPrefixed(string noun) =>
        noun.StartsWith(Prefix, StringComparison.Ordinal) && char.IsUpper(noun.ElementAtOrDefault(Prefix.Length));

    // "Status" and "Progress" are singular.
    private static bool IsPlural(string noun) =>
        noun.EndsWith('s') && noun[^2] is not ('s' or 'u');
}
