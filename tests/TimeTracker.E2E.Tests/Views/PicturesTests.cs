using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Views;

/// <summary>Pictures of every view, to be looked at; what a machine can see in them is claimed here.</summary>
public sealed class PicturesTests
{
    /// <summary>Set it, run this, and review the README's pictures before they are committed.</summary>
    private const string Update = "TIMETRACKER_UPDATE_REVIEWED_FILES";

    private static readonly string[] Published = ["main-light", "main-dark", "edit-light", "settings-light", "problem-light"];

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task NoView_IsWiderThanThePopup(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        Gallery.Furnish(home);
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        var popup = await Popup.Open(browser);
        var folder = Directory.CreateDirectory(Path.Combine(Built.Root, ".artifacts", "screenshots", $"{kind}".ToLowerInvariant()));

        await Gallery.Visit(popup, view => Take(popup, view, folder.FullName));
        await Gallery.LoseHost(home, popup);
        await Take(popup, "problem", folder.FullName);

        if (kind == BrowserKind.Chromium && Environment.GetEnvironmentVariable(Update) is not null)
        {
            foreach (var name in Published)
            {
                var images = Directory.CreateDirectory(Path.Combine(Built.Root, ".github", "images")).FullName;
                File.Copy(Path.Combine(folder.FullName, $"{name}.png"), Path.Combine(images, $"popup-{name}.png"), overwrite: true);
            }
        }
    }

    private static async Task Take(Popup popup, string view, string folder)
    {
        foreach (var scheme in Enum.GetValues<ColorScheme>())
        {
            await popup.Page.Prefer(scheme);
            await popup.Page.WaitFor($"matchMedia('(prefers-color-scheme: {scheme.ToString().ToLowerInvariant()})').matches");
            await popup.Page.Screenshot(Path.Combine(folder, $"{view}-{scheme.ToString().ToLowerInvariant()}.png"));
        }

        var fits = await popup.Page.Evaluate("document.documentElement.scrollWidth <= innerWidth");
        Assert.True(fits.GetBoolean(), $"{view} scrolls sideways");
    }
}
