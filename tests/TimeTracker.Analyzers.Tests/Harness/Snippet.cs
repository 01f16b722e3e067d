using System.Text;

namespace TimeTracker.Analyzers.Tests.Harness;

/// <summary>One piece of the corpus: code, and the findings it must give, by line and rule.</summary>
public sealed record Snippet(string File, string Name, string Code, IReadOnlyList<(int Line, string Rule)> Expected)
{
    private const string Header = "// ==== ";
    private const string Mark = "//!";

    public static IReadOnlyList<Snippet> Corpus { get; } = Resources("Corpus").SelectMany(Read).ToList();

    public static IEnumerable<(string Name, string Text)> Resources(string folder)
    {
        var assembly = typeof(Snippet).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.Contains('.' + folder + '.'))
            .Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            yield return (name, reader.ReadToEnd());
        }
    }

    private static IEnumerable<Snippet> Read((string Name, string Text) file)
    {
        foreach (var part in file.Text.ReplaceLineEndings("\n").Split(Header, StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Split('\n');
            yield return new(file.Name, lines[0].Trim(), string.Join('\n', lines[1..]), Marks(lines[1..]).ToList());
        }
    }

    private static IEnumerable<(int Line, string Rule)> Marks(string[] lines)
    {
        for (var line = 0; line < lines.Length; line++)
        {
            if (lines[line].Split(Mark) is [_, var rules])
            {
                foreach (var rule in rules.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    yield return (line, rule);
                }
            }
        }
    }
}
