using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>What becomes of a running entry when its browser closes.</summary>
public sealed class CloseTests
{
    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task WhatRuns_RunsOnWhenTheBrowserCloses(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        await using (var browser = await Browser.Launch(kind, home, Built.Extension))
        {
            var popup = await Popup.Open(browser);
            await popup.Start("Plan");
            await popup.WaitForRunning("Plan");
            await browser.Quit();
        }

        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task WhereItIsWished_ItStopsWhenTheBrowserCloses_ButNotWhenTheBackgroundIsStopped(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        await using (var browser = await Browser.Launch(kind, home, Built.Extension))
        {
            var popup = await Popup.Open(browser);
            await popup.Start("Plan");
            await popup.WaitForRunning("Plan");
            await popup.Do("#settings");
            await popup.Do("#stop-at-close");
            await popup.Do("#settings-save");
            var ids = "chrome.storage.session.get('stopsAtEnd').then(kept => kept.stopsAtEnd?.join())";
            var first = (await popup.Page.WaitFor(ids)).GetString();

            // The popup that is open wakes the background at once, which takes back the stop that its end has caused.
            await browser.StopBackground();
            await popup.Page.WaitFor($"{ids}.then(left => left && !left.includes('{first}'))");
            await Booked(home, "Plan running");
            await browser.Quit();
        }

        await Booked(home, "Plan");
    }

    private static Task Booked(Home home, string line) =>
        Eventually.Is(() => Task.FromResult(Ledger.Lines(home.Ledger()).Single()), booked => booked == line);
}
