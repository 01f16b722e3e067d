using TimeTracker.Core;
using TimeTracker.Domain;
using TimeTracker.PowerShell.Views;

namespace TimeTracker.PowerShell;

/// <summary>What the cmdlets share that take names to filter by: a name that is not known is told, with near ones.</summary>
public abstract class FilteringCmdlet : TtCmdlet
{
    private const int NearShownMax = 3;

    private protected FilteringCmdlet()
    {
    }

    private protected IReadOnlyList<NamePattern> Projects(string[] names) =>
        Patterns(names, "project", tracker => tracker.Completion.Projects);

    private protected IReadOnlyList<NamePattern> Tags(string[] names) =>
        Patterns(names, "tag", tracker => tracker.Completion.Tags);

    private List<NamePattern> Patterns(string[] names, string what, Func<Tracker, Func<string, IReadOnlyList<string>>> known)
    {
        var patterns = new List<NamePattern>();
        foreach (var name in names)
        {
            var pattern = new NamePattern(name);
            patterns.Add(pattern);
            if (!pattern.IsWild && !pattern.IsNone && !Ask(tracker => known(tracker)(name)).Any(pattern.Fits))
            {
                var near = Near.Of(name, Ask(tracker => known(tracker)(string.Empty))).Take(NearShownMax).ToList();
                WriteWarning(ViewText.Plain($"There is no {what} '{name}'."
                    + (near.Count > 0 ? $" Near: {string.Join(", ", near)}." : string.Empty)));
            }
        }

        return patterns;
    }
}
