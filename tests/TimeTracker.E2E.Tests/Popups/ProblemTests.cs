using System.Text.RegularExpressions;
using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>Where there is no host to talk to, the popup says what to do and pretends nothing.</summary>
public sealed class ProblemTests
{
    private const string Install = "dotnet run --project native-host/TimeTracker.NativeHost -- install";

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task WithoutAHost_ThePopupSaysWhatToRun_AndGoesOnOnceItWasRun(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        home.Uninstall();
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        var popup = await Popup.OpenWithProblem(browser);

        await popup.Page.WaitForText("is not installed");
        await ShowsTheRemedyAndTakesNothing(popup);

        home.Install(Built.Host);
        await popup.Do("#problem-retry");
        await popup.WaitForIdle();
        await popup.Start("Plan");
        await popup.WaitForRunning("Plan");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task WithAHostThatIsTooOld_ThePopupSaysWhatToRun_AndGoesOnOnceItWasRun(BrowserKind kind)
    {
        using var host = HostScript.Refusing("HostTooOld");
        using var home = new Home(host.Program);
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        var popup = await Popup.OpenWithProblem(browser);

        await popup.Page.WaitForText("is too old for this extension");
        await ShowsTheRemedyAndTakesNothing(popup);

        home.Install(Built.Host);
        await popup.Do("#problem-retry");
        await popup.WaitForIdle();
    }

    [RequiresFact(Requirement.Linux | Requirement.Chromium)]
    public async Task WhereTheExtensionIsTooOld_ThePopupSaysSo()
    {
        using var host = HostScript.Refusing("ExtensionTooOld");
        using var home = new Home(host.Program);
        await using var browser = await Browser.Launch(BrowserKind.Chromium, home, Built.Extension);
        var popup = await Popup.OpenWithProblem(browser);

        await popup.Page.WaitForText("Update the extension.");
        Assert.True((await popup.Page.Evaluate("document.querySelector('#problem-command').hidden")).GetBoolean());
    }

    private static async Task ShowsTheRemedyAndTakesNothing(Popup popup)
    {
        Assert.Equal(Install, (await popup.Page.Evaluate("document.querySelector('#problem-code').innerText")).GetString());
        Assert.Matches(
            $@"run:\s+{Regex.Escape(Install)}\s+Copy\s+Until then nothing can be started, stopped or saved here\.",
            await popup.Page.Text());
        Assert.True((await popup.Page.Evaluate("document.querySelector('#start-description').matches(':disabled')")).GetBoolean());
        Assert.True((await popup.Page.Evaluate("document.querySelector('#start-button').matches(':disabled')")).GetBoolean());
    }
}
