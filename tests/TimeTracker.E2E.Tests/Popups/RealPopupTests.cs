using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>The popup as the extension's button opens it; every other test has its page in a tab.</summary>
public sealed class RealPopupTests
{
    // What Chromium gives a popup at most.
    private const int HeightMax = 600;

    [RequiresFact(Requirement.Linux | Requirement.Chromium)]
    public async Task TheButtonsPopup_StartsByKeysAlone()
    {
        using var home = new Home(Built.Host);
        await using var browser = await ChromiumBrowser.Launch(home, Built.Extension, "profile");
        var popup = Popup.Of(await ((ChromiumBrowser)browser).OpenRealPopup());
        await popup.Page.WaitFor("document.activeElement.id === 'start-description'");
        await popup.Page.Type("Plan");
        await popup.Page.Press("Enter");
        await popup.WaitForRunning("Plan");
        Assert.InRange((await popup.Page.Evaluate("innerHeight")).GetInt32(), 1, HeightMax);
        Assert.True((await popup.Page.Evaluate("document.documentElement.scrollWidth <= innerWidth")).GetBoolean());
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }
}
