using System.Text.Json;
using System.Text.RegularExpressions;
using TimeTracker.BrowserKit;

namespace TimeTracker.E2E.Tests.Checks;

/// <summary>The texts of the extension, and where its files name them.</summary>
internal static partial class ExtensionFiles
{
    internal static readonly string[] Languages = ["en", "ru"];

    /// <summary>The messages of a language by their keys.</summary>
    internal static IReadOnlyDictionary<string, string> Messages(string language)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(
            Path.Combine(Built.Extension, "_locales", language, "messages.json")));
        return document.RootElement.EnumerateObject()
            .ToDictionary(one => one.Name, one => one.Value.GetProperty("message").GetString()!);
    }

    /// <summary>The keys that are named where a key is meant: in the manifest, in the page, and as text("key").</summary>
    internal static IReadOnlySet<string> NamedKeys() =>
        Found(KeyInManifest()).Concat(Found(KeyInPage())).Concat(Found(KeyInCall())).ToHashSet();

    /// <summary>What keys begin with whose rest is known while it runs: text(`begin_${…}`).</summary>
    internal static IReadOnlySet<string> KeyBeginnings() => Found(KeyBeginning()).ToHashSet();

    /// <summary>Every short text of the code: a key may be chosen before it is given to text().</summary>
    internal static IReadOnlySet<string> Literals() => Found(Literal()).ToHashSet();

    private static IEnumerable<string> Found(Regex pattern) =>
        from file in Directory.EnumerateFiles(Built.Extension, "*", SearchOption.AllDirectories)
        where Path.GetExtension(file) is ".js" or ".html" || Path.GetFileName(file) == "manifest.json"
        from Match match in pattern.Matches(File.ReadAllText(file))
        select match.Groups[1].Value;

    [GeneratedRegex("__MSG_(\\w+)__")]
    private static partial Regex KeyInManifest();

    [GeneratedRegex("data-(?:text|label|placeholder)=\"(\\w+)\"")]
    private static partial Regex KeyInPage();

    [GeneratedRegex("\\b(?:text|getMessage)\\(\"(\\w+)\"")]
    private static partial Regex KeyInCall();

    [GeneratedRegex("(?:text|getMessage)\\(`(\\w+_)\\$\\{")]
    private static partial Regex KeyBeginning();

    [GeneratedRegex("\"(\\w+)\"")]
    private static partial Regex Literal();
}
