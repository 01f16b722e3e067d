using System.Text.RegularExpressions;
using TimeTracker.MutationLedger.Checking;
using TimeTracker.MutationLedger.Code;
using TimeTracker.MutationLedger.Guards;

namespace TimeTracker.MutationLedger;

/// <summary>LEDGER.md: a section for each kind of mutants and each project's score, as its latest run left it.</summary>
internal static partial class LedgerPage
{
    private const string Head = """
        # What the last runs said

        Written by `dotnet run --project mutation/TimeTracker.MutationLedger -- --write`;
        what was not run stands as it was.

        """;

    private static readonly IReadOnlyList<string> Order =
        [.. Enum.GetValues<MutantKind>().Select(ResultCheck.Name), .. ScoreRun.Projects];

    internal static string Renewed(string page, string section, string table, string pending)
    {
        var sections = Section().Matches(page).ToDictionary(
            match => match.Groups[1].Value, match => match.Groups[2].Value.Trim());
        sections[section] = table.Trim();
        var order = Order.Where(sections.ContainsKey);
        return $"{Head}\n{pending}\n{string.Join("\n\n", order.Select(name => $"## {name}\n\n{sections[name]}"))}\n";
    }

    [GeneratedRegex(@"^## ([\w.]+)\n(.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();
}
