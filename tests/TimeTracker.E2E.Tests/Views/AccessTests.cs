using System.Text.Json;
using System.Text.Json.Nodes;
using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Checks;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Views;

/// <summary>Everyone can use the popup: axe-core finds nothing in any view, light or dark, in each language.</summary>
public sealed class AccessTests
{
    private const Requirement Needed = Requirement.Linux | Requirement.Npm | Requirement.Chromium | Requirement.Firefox;

    [RequiresTheory(Needed)]
    [InlineData(BrowserKind.Chromium, "en")]
    [InlineData(BrowserKind.Chromium, "ru")]
    [InlineData(BrowserKind.Firefox, "en")]
    public async Task NoView_KeepsAnyoneOut(BrowserKind kind, string language)
    {
        using var home = new Home(Built.Host);
        using var extension = new TemporaryFolder();
        InLanguage(language, extension["in"]);
        Gallery.Furnish(home);
        await using var browser = await Browser.Launch(kind, home, extension["in"]);
        var popup = await Popup.Open(browser);
        await popup.Page.Evaluate($"(() => {{ {await File.ReadAllTextAsync(NpmTools.File("axe-core/axe.min.js"))}\n }})()");
        Assert.Equal(language, (await popup.Page.Evaluate("document.documentElement.lang")).GetString());

        var found = new List<string>();
        await Gallery.Visit(popup, view => Look(popup, view, found));
        await Gallery.LoseHost(home, popup);
        await Look(popup, "problem", found);
        Assert.True(found.Count == 0, string.Join("\n\n", found));
    }

    private static async Task Look(Popup popup, string view, List<string> found)
    {
        foreach (var scheme in Enum.GetValues<ColorScheme>())
        {
            await popup.Page.Prefer(scheme);
            await popup.Page.WaitFor($"matchMedia('(prefers-color-scheme: {scheme.ToString().ToLowerInvariant()})').matches");
            var violations = await popup.Page.Evaluate("""
                axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
                  violations.flatMap(({ id, nodes }) => nodes.map(node => `${id} ${node.target} ${node.failureSummary}`)))
                """);
            found.AddRange(violations.EnumerateArray().Select(one => $"{view}, {scheme}: {one.GetString()}"));
        }
    }

    /// <summary>A copy of the extension that speaks one language alone, whatever the browser's is.</summary>
    private static void InLanguage(string language, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(Built.Extension, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Built.Extension, file);
            if (!path.StartsWith("_locales", StringComparison.Ordinal) || path.Split(Path.DirectorySeparatorChar)[1] == language)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!); // A file lies in a folder.
                File.Copy(file, Path.Combine(folder, path));
            }
        }

        var manifest = JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "manifest.json")))!.AsObject(); // It is an object.
        manifest["default_locale"] = language;
        File.WriteAllText(Path.Combine(folder, "manifest.json"), manifest.ToJsonString());
    }
}
