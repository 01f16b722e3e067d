using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger;

/// <summary>What a run was asked for.</summary>
/// <param name="Kinds">These kinds of mutants.</param>
/// <param name="Score">The scores of whole projects instead.</param>
/// <param name="SinceFiles">
/// Only guards that these files, or files in these folders, hold, or the projects in these folders; none for all.
/// </param>
/// <param name="Write">Whether LEDGER.md is renewed.</param>
internal sealed record Selection(
    IReadOnlyList<MutantKind> Kinds, bool Score, IReadOnlyList<string> SinceFiles, bool Write)
{
    internal const string Usage =
        "dotnet run --project mutation/TimeTracker.MutationLedger -- [--kind schema|setting|protocol|analyzer|code]… | --score "
        + "[--since-file FILE|FOLDER]… [--write]";

    /// <summary>Reads a command line; null where it is none.</summary>
    internal static Selection? Parse(IReadOnlyList<string> words)
    {
        var (kinds, score, files, write) = (new List<MutantKind>(), false, new List<string>(), false);
        for (var at = 0; at < words.Count; at++)
        {
            switch (words[at])
            {
                case "--kind" when at + 1 < words.Count && Kind(words[at + 1]) is { } kind:
                    kinds.Add(kind);
                    at++;
                    break;
                case "--score":
                    score = true;
                    break;
                case "--since-file" when at + 1 < words.Count:
                    files.Add(words[++at].TrimEnd('/'));
                    break;
                case "--write":
                    write = true;
                    break;
                default:
                    return null;
            }
        }

        // The page says what became of all guards of a kind.
        if (score ? kinds.Count > 0 : write && files.Count > 0)
        {
            return null;
        }

        return new(kinds.Count > 0 ? kinds : Enum.GetValues<MutantKind>(), score, files, write);
    }

    private static MutantKind? Kind(string word) =>
        Enum.TryParse<MutantKind>(word, ignoreCase: true, out var kind) && char.IsLetter(word[0]) ? kind : null;
}
