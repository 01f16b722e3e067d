using System.Text.Json;
using TimeTracker.MutationLedger.Checking;

namespace TimeTracker.MutationLedger.Code;

/// <summary>What became of the mutants of one file.</summary>
/// <param name="File">Its path in the project.</param>
/// <param name="Mutants">How many there are that are programs.</param>
/// <param name="Killed">How many of these were noticed.</param>
/// <param name="NotCompiled">How many are no programs.</param>
internal sealed record FileScore(string File, int Mutants, int Killed, int NotCompiled)
{
    /// <summary>Reads a file of Stryker's report.</summary>
    internal static FileScore Of(string projectRoot, JsonProperty file)
    {
        var all = StrykerReport.Statuses(file.Value).ToList();
        var notCompiled = all.Count(status => status == MutantStatus.NotCompiled);
        var killed = all.Count(status => status == MutantStatus.Killed);
        return new(Path.GetRelativePath(projectRoot, file.Name).Replace('\\', '/'), all.Count - notCompiled, killed, notCompiled);
    }
}
