using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TimeTracker.MutationLedger.Code;

/// <summary>How many of all mutants of a project its tests notice.</summary>
internal sealed record ProjectScore(string Project, IReadOnlyList<FileScore> Files)
{
    /// <summary>What a project must reach.</summary>
    internal const int PercentMin = 85;

    private int Mutants => Files.Sum(file => file.Mutants);

    private int Killed => Files.Sum(file => file.Killed);

    private int NotCompiled => Files.Sum(file => file.NotCompiled);

    /// <summary>Reads Stryker's report of all of a project.</summary>
    internal static ProjectScore Of(string project, JsonElement report)
    {
        var root = report.GetProperty("projectRoot").GetString()!;
        return new(project, [.. report.GetProperty("files").EnumerateObject().Select(file => FileScore.Of(root, file))]);
    }

    /// <summary>The project, and each of its files in which a mutant lives, as a table in Markdown.</summary>
    internal string Table()
    {
        var text = new StringBuilder()
            .AppendLine("| all, and where a mutant lives | mutants | killed | score | not compiled |")
            .AppendLine("|---|---|---|---|---|")
            .AppendLine(Line("all", Mutants, Killed, NotCompiled));
        foreach (var file in Files.Where(file => file.Killed < file.Mutants).OrderBy(file => file.File, StringComparer.Ordinal))
        {
            text.AppendLine(Line(file.File, file.Mutants, file.Killed, file.NotCompiled));
        }

        return text.ToString();
    }

    /// <summary>What the project lacks.</summary>
    internal IEnumerable<string> Faults() => Mutants > 0 && Killed * 100 >= Mutants * PercentMin
        ? []
        : [$"{Project}: {Killed} of {Mutants} mutants were noticed, less than {PercentMin} %."];

    private static string Line(string name, int mutants, int killed, int notCompiled)
    {
        var percent = mutants == 0 ? 0 : 100.0 * killed / mutants;
        return string.Create(
            CultureInfo.InvariantCulture, $"| {name} | {mutants} | {killed} | {percent:0.0} % | {notCompiled} |");
    }
}
