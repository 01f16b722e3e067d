using TimeTracker.BrowserKit;
using TimeTracker.Domain;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>What the extension does and shows with its popup closed.</summary>
public sealed class ToolbarTests(OpenBrowsers browsers) : IClassFixture<OpenBrowsers>
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(61);

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task TheBadge_ShowsWhatIsSo(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        await Shows(browser, "", "Nothing is running\nToday: 0:00");

        home.Do(new Command.Start(new Details { Description = "Plan" }, new When.Ago(Long)));
        await Shows(browser, "1:01", "Plan – 1:01");

        var entry = Assert.Single(home.Do(new Command.Suspend(When.Now.Value))).Entry;
        await Shows(browser, "II", "Paused: Plan");

        home.Do(new Command.Stop(When.Now.Value));
        home.Do(new Command.ReportAway(entry.Id, DateTimeOffset.UtcNow.AddMinutes(-50), DateTimeOffset.UtcNow.AddMinutes(-20)));
        await Shows(browser, "?", "Open questions: 1");

        home.Uninstall();
        home.Signal("KILL");
        await Shows(browser, "!", "no answer from the host");
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task TheKeys_AreGiven_AndStopWhatRunsOrGoOn(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        home.Do(new Command.Start(new Details { Description = "Plan" }, new When.Ago(Long)));
        var keys = await browser.EvaluateInBackground("chrome.commands.getAll()");
        Assert.Equal(
            ["_execute_action Alt+Shift+S", "toggle Alt+Shift+D"],
            keys.EnumerateArray().Select(one => $"{one.GetProperty("name")} {one.GetProperty("shortcut")}")
                .Order(StringComparer.Ordinal));

        await browser.RunCommand("toggle");
        await Booked(home, "Plan");
        await browser.RunCommand("toggle");
        await Booked(home, "Plan", "Plan continues running");
        home.Do(new Command.Suspend(When.Now.Value));
        await browser.RunCommand("toggle");
        await Booked(home, "Plan", "Plan continues", "Plan continues running");
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task TheContextMenu_StartsWithThePagesTitleOrTheSelection(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        await browser.ChooseMenuItem("start-page", "A page\u00a0about  things");
        await Booked(home, "A page about things running");
        await browser.ChooseMenuItem("start-selection", "Any page", "selected\nwords");
        await Booked(home, "A page about things", "selected words running");
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-10")]
    [InBothBrowsers]
    public async Task AnAbsence_BecomesOneQuestion_AndIsAnsweredInThePopup(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        home.Do(new Command.Start(new Details { Description = "Plan" }, new When.Ago(Long)));
        var popup = await Popup.Open(browser);

        await browser.SetIdle(true);
        await popup.Page.WaitFor("chrome.storage.session.get('awaySince').then(kept => kept.awaySince > 0)");
        await browser.SetIdle(false);
        await popup.Page.WaitFor("document.querySelectorAll('#questions-list > li').length === 1");
        await popup.Page.WaitForText("You were away during “Plan”.");
        Assert.Single(home.Questions());
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));

        await popup.Do("#questions-list button", "Cut and go on");
        await popup.Page.WaitFor("document.querySelector('#questions').hidden");
        Assert.Empty(home.Questions());
        var booked = home.Ledger();
        Assert.Equal(["Plan", "Plan continues running"], Ledger.Lines(booked));
        Assert.InRange(
            booked[1].Entry.Span.Start.Instant - booked[0].EndOrNow, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(6));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task AnAbsenceThatEndsWithoutAHost_IsAskedAboutOnceThereIsOne(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        home.Do(new Command.Start(new Details { Description = "Plan" }, new When.Ago(Long)));
        var popup = await Popup.Open(browser);
        home.Uninstall();
        home.Signal("KILL");
        await popup.Page.WaitFor("!document.querySelector('#problem').hidden");

        await browser.SetIdle(true);
        await popup.Page.WaitFor("chrome.storage.session.get('awaySince').then(kept => kept.awaySince > 0)");
        await browser.SetIdle(false);
        await popup.Page.WaitFor("chrome.storage.session.get('awaySince').then(kept => kept.awaySince === null)");
        Assert.Empty(home.Questions());

        home.Install(Built.Host);
        await popup.Do("#problem-retry");
        await popup.Page.WaitForText("You were away during “Plan”.");
        await popup.Page.WaitFor("chrome.storage.session.get('untoldAbsences').then(kept => !kept.untoldAbsences.length)");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }

    private static Task Shows(Browser browser, string badge, string inTitle) => Eventually.Is(
        async () => (await browser.EvaluateInBackground(
            "Promise.all([chrome.action.getBadgeText({}), chrome.action.getTitle({})]).then(both => both.join('|'))")).GetString()!,
        seen => seen.StartsWith($"{badge}|", StringComparison.Ordinal) && seen.Contains(inTitle, StringComparison.Ordinal));

    private static Task Booked(Home home, params string[] lines) => Eventually.Is(
        () => Task.FromResult(string.Join('\n', Ledger.Lines(home.Ledger()))), text => text == string.Join('\n', lines));
}
