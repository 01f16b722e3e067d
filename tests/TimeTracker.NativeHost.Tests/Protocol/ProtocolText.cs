using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace TimeTracker.NativeHost.Tests.Protocol;

/// <summary>PROTOCOL.md: its sections, and its examples, each a request with the reply behind it.</summary>
internal static partial class ProtocolText
{
    private static readonly JsonSerializerOptions Shown = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    internal static string Path { get; } = System.IO.Path.Combine(
        typeof(ProtocolText).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryRoot").Value!,
        "native-host", "PROTOCOL.md");

    internal static string All { get; } = File.ReadAllText(Path);

    internal static IReadOnlyList<string> Requests { get; } = [.. Example().Matches(All).Select(match => match.Groups["request"].Value)];

    /// <summary>The section of a verb, up to the next one.</summary>
    internal static string? Section(string verb)
    {
        var heading = $"\n### {verb}\n";
        var start = All.IndexOf(heading, StringComparison.Ordinal);
        return start < 0 ? null : All[start..].Split("\n##", 3) is [_, var section, ..] ? section : null;
    }

    /// <summary>The text with these replies instead of its own.</summary>
    internal static string With(IEnumerable<string> replies)
    {
        var (text, end) = (new StringBuilder(), 0);
        foreach (var (match, reply) in Example().Matches(All).Zip(replies))
        {
            var old = match.Groups["reply"];
            text.Append(All, end, old.Index - end).Append(reply).Append('\n');
            end = old.Index + old.Length;
        }

        return text.Append(All, end, All.Length - end).ToString();
    }

    /// <summary>A reply as it is shown: the snapshots of commands are left out, but one is needed to know its shape.</summary>
    internal static string Show(string request, JsonElement reply)
    {
        var shown = JsonNode.Parse(reply.GetRawText())!;
        if (shown["result"]?["snapshot"] is not null && !request.Contains("\"snapshot\"", StringComparison.Ordinal)
            && !request.Contains("\"hello\"", StringComparison.Ordinal))
        {
            shown["result"]!["snapshot"] = "…";
        }

        return shown.ToJsonString(Shown).ReplaceLineEndings("\n");
    }

    [GeneratedRegex("```json\n(?<request>.*?)```\n```json\n(?<reply>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
