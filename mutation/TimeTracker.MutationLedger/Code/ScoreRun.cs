namespace TimeTracker.MutationLedger.Code;

/// <summary>Runs Stryker over whole projects, each judged by its own tests.</summary>
internal static class ScoreRun
{
    /// <summary>The projects that have a score.</summary>
    internal static readonly IReadOnlyList<string> Projects =
        ["TimeTracker.Domain", "TimeTracker.Sqlite", "TimeTracker.Core"];

    // Fewer than for guards: most tests of a whole project reach most of its mutants, and all of them are run for each.
    private const int SamplesMax = 5;

    /// <summary>The scores of the projects in these folders; no folder for all of them.</summary>
    /// <exception cref="InvalidDataException">A folder is no such project's, or Stryker failed.</exception>
    internal static IEnumerable<ProjectScore> Run(IReadOnlyCollection<string> folders)
    {
        var known = Projects.Select(project => $"core/{project}").ToList();
        if (folders.FirstOrDefault(folder => !known.Contains(folder)) is { } other)
        {
            throw new InvalidDataException($"'{other}' has no score; those with one are {string.Join(", ", known)}.");
        }

        return Projects.Where(project => folders.Count == 0 || folders.Contains($"core/{project}")).Select(Score);
    }

    private static ProjectScore Score(string project)
    {
        using var report = Stryker.Report(project, $"{project}.Tests", $"{project}-whole", [], SamplesMax);
        return ProjectScore.Of(project, report.RootElement);
    }
}
