using System.Globalization;
using System.Text;

namespace TimeTracker.PowerShell.Tests;

/// <summary>
/// Random pipelines into Set-TtEntry against a model: after each, only what was named has changed, and one undo takes
/// all of it back.
/// </summary>
public sealed class PipelinePropertyTests(RealPowerShell powerShell) : IClassFixture<RealPowerShell>
{
    private const int EntryCount = 5;
    private const int RoundsInTheSuite = 30;

    private static readonly string[] Shapes =
        ["entries", "selected", "clixml entries", "rows", "csv", "json", "clixml rows"];

    private static readonly string[] Columns = ["Description", "Project", "Tag", "Billable", "Start", "End"];
    private static readonly string[] Yes = ["True", "TRUE", "yes", "1"];
    private static readonly string[] No = ["False", "no", "0"];

    [Fact]
    public void Set_ChangesWhatIsNamed_AndOneUndoTakesItBack()
    {
        var seed = int.TryParse(Environment.GetEnvironmentVariable("TIMETRACKER_SEED"), out var given) ? given : Random.Shared.Next(1_000_000);
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("TIMETRACKER_ROUNDS"), out var many) ? many : RoundsInTheSuite;
        var random = new Random(seed);
        powerShell.NewHome();
        powerShell.Run("""
            1..5 | ForEach-Object {
                Add-TtEntry "Task $_" -Start "2026-03-0$_ 09:00" -End "2026-03-0$_ 10:00" -Project Acme -Tag a, b
            }
            function global:All { @(Get-TtEntry -From 2026-03-01 -To '2026-03-09 00:00') }
            $global:read = All
            """);
        var model = Enumerable.Range(1, EntryCount)
            .Select(day => new Fields($"Task {day}", "Acme", "a,b", false, day, 9 * 60, 10 * 60)).ToArray();
        var before = new Stack<Fields[]>();

        for (var round = 0; round < rounds; round++)
        {
            var (script, expected) = random.Next(5) == 0 && before.Count > 0
                ? ("Undo-TtCommand", before.Pop())
                : Pipeline(random, model, before);
            var answer = powerShell.Try($"{script}\n{Listing}");
            var what = $"seed {seed}, round {round}: {script}";
            Assert.True(answer.Errors.Count == 0, $"{what}\n{string.Join('\n', answer.Errors)}");
            Assert.True(
                expected.Select(fields => fields.ToString()).SequenceEqual(answer.Output),
                $"{what}\nexpected {string.Join(" ; ", expected)}\nactual   {string.Join(" ; ", answer.Output)}");
            model = expected;
        }
    }

    private const string Listing = """
        All | ForEach-Object {
            $_.Description, $_.Project, ((@($_.Tags) | Sort-Object) -join ','), $_.Billable,
                $_.Start.ToString('yyyy-MM-dd HH:mm'), $_.End.ToString('yyyy-MM-dd HH:mm') -join '|'
        }
        """;

    private static (string Script, Fields[] Expected) Pipeline(Random random, Fields[] model, Stack<Fields[]> before)
    {
        var shape = Shapes[random.Next(Shapes.Length)];
        var picked = Enumerable.Range(0, EntryCount).Where(_ => random.Next(2) == 0).DefaultIfEmpty(0).ToList();
        var typed = Some(random, model[0], cells: false).Where(pair => pair.Key is not ("Start" or "End")).ToDictionary();
        var isEntry = shape is "entries" or "selected" or "clixml entries";
        var columns = Columns.Where(_ => random.Next(2) == 0).ToList();
        var rows = picked.ToDictionary(index => index, index => shape == "csv"
            ? Some(random, model[index], cells: true, columns)
            : Some(random, model[index], cells: false));
        var expected = model.Select((fields, index) => !picked.Contains(index) ? fields
            : (isEntry ? fields : rows[index].Aggregate(fields, (now, pair) => typed.ContainsKey(pair.Key) ? now : now.With(pair.Key, pair.Value)))
                is var changed ? typed.Aggregate(changed, (now, pair) => now.With(pair.Key, pair.Value)) : fields).ToArray();
        if (!expected.SequenceEqual(model))
        {
            before.Push(model);
        }

        var parameters = string.Concat(typed.Select(pair => $" {Parameter(pair.Key, pair.Value)}"));
        return ($"{Source(random, shape, picked, rows, columns)} | Set-TtEntry{parameters}", expected);
    }

    /// <summary>Some of the fields, each with a value that may be the one it has; those of a cell may be empty.</summary>
    private static Dictionary<string, string> Some(Random random, Fields fields, bool cells, List<string>? columns = null)
    {
        var values = new Dictionary<string, string>
        {
            ["Description"] = $"Text {random.Next(4)}",
            ["Project"] = random.Next(3) == 0 ? string.Empty : $"Project {random.Next(3)}",
            ["Tag"] = random.Next(3) switch { 0 => string.Empty, 1 => "x", _ => "x,y" },
            ["Billable"] = random.Next(cells ? 3 : 2) switch { 0 => "True", 1 => "False", _ => string.Empty },
            ["Start"] = cells && random.Next(3) == 0 ? string.Empty : Minutes(fields.Day, (8 * 60) + random.Next(100)),
            ["End"] = cells && random.Next(3) == 0 ? string.Empty : Minutes(fields.Day, (11 * 60) + random.Next(100)),
        };
        return values.Where(pair => columns is null ? random.Next(3) == 0 : columns.Contains(pair.Key)).ToDictionary();
    }

    private static string Source(
        Random random, string shape, List<int> picked, Dictionary<int, Dictionary<string, string>> rows, List<string> columns)
    {
        var ids = string.Join(", ", picked);
        switch (shape)
        {
            case "entries":
                return $"$read[{ids}]";
            case "selected":
                return $"$read[{ids}] | Select-Object EntryId, Description, Billable, Tags";
            case "clixml entries":
                return $"$(Export-Clixml -InputObject $read[{ids}] ($f = New-TemporaryFile); Import-Clixml $f)";
            case "csv":
                var text = new StringBuilder("\"EntryId").AppendJoin(string.Empty, columns.Select(column => $",{column}"));
                foreach (var index in picked)
                {
                    text.Append(CultureInfo.InvariantCulture, $"\n$($read[{index}].EntryId)")
                        .AppendJoin(string.Empty, columns.Select(column => $",{Cell(random, column, rows[index][column])}"));
                }

                return $"({text.Append('"')} | ConvertFrom-Csv)";
            default:
                var objects = string.Join(", ", picked.Select(index => $$"""
                    [pscustomobject]@{ EntryId = $read[{{index}}].EntryId{{string.Concat(rows[index].Select(pair => $"; {pair.Key} = {Value(pair.Key, pair.Value)}"))}} }
                    """.Trim()));
                return shape switch
                {
                    "json" => $"(ConvertTo-Json @({objects}) | ConvertFrom-Json)",
                    "clixml rows" => $"$(Export-Clixml -InputObject @({objects}) ($f = New-TemporaryFile); Import-Clixml $f)",
                    _ => $"@({objects})",
                };
        }
    }

    // True, TRUE, yes and 1 mean the same in a cell.
    private static string Cell(Random random, string column, string value) => column switch
    {
        "Billable" when value == "True" => Yes[random.Next(Yes.Length)],
        "Billable" when value == "False" => No[random.Next(No.Length)],
        "Tag" when value.Contains(',', StringComparison.Ordinal) => $"\"\"{value}\"\"",
        _ => value,
    };

    private static string Value(string field, string value) => field switch
    {
        "Billable" => $"${value}",
        "Tag" => $"@({string.Join(", ", value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(tag => $"'{tag}'"))})",
        _ => $"'{value}'",
    };

    private static string Parameter(string field, string value) =>
        field == "Billable" ? $"-Billable:${value}" : $"-{field} {Value(field, value)}";

    private static string Minutes(int day, int minutes) => FormattableString.Invariant($"2026-03-0{day} {minutes / 60:00}:{minutes % 60:00}");

    private sealed record Fields(string Description, string Project, string Tags, bool Billable, int Day, int Start, int End)
    {
        internal Fields With(string field, string value) => field switch
        {
            "Description" => this with { Description = value },
            "Project" => this with { Project = value },
            "Tag" => this with { Tags = value },
            "Billable" => value.Length == 0 ? this : this with { Billable = value == "True" },
            "Start" => value.Length == 0 ? this : this with { Start = OfText(value) },
            _ => value.Length == 0 ? this : this with { End = OfText(value) },
        };

        public override string ToString() =>
            $"{Description}|{Project}|{Tags}|{Billable}|{Minutes(Day, Start)}|{Minutes(Day, End)}";

        private static int OfText(string text) =>
            (int)TimeSpan.Parse(text.AsSpan(11), CultureInfo.InvariantCulture).TotalMinutes;
    }
}
