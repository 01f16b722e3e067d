using TimeTracker.BrowserKit;
using TimeTracker.Domain;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>The popup by keys, and what becomes of typed text.</summary>
public sealed class TypingTests(OpenBrowsers browsers) : IClassFixture<OpenBrowsers>
{
    private const int TabsMax = 40;

    /// <summary>The parts of an instant's field: three of the date, three of the time, and the half of the day.</summary>
    private const int InstantParts = 7;

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task KeysAlone_StartAndStop(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        var popup = await Popup.Open(browser);

        await popup.Page.WaitFor("document.activeElement.id === 'start-description'");
        await popup.Page.Type("Plan");
        await popup.Page.Press("Enter");
        await popup.WaitForRunning("Plan");

        // Whoever opens the popup while something runs has the key that stops it under the finger.
        await popup.Page.Close();
        popup = await Popup.Open(browser);
        await popup.Page.WaitFor("document.activeElement.id === 'stop'");
        await popup.Page.Press("Enter");
        await popup.WaitForIdle();

        // And on the way round every control is met.
        await popup.Page.Press("Escape");
        var met = new List<string>();
        for (var tabs = 0; tabs < TabsMax && !met.Contains("settings"); tabs++)
        {
            await popup.Page.Press("Tab");
            met.Add(await popup.Focused());
        }

        Assert.Contains("start-button", met);
        Assert.Contains("settings", met);
        Assert.Equal(["Plan"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task Enter_TakesWhatWasTyped_AndACompletionOnlyOnceItWasChosen(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        var then = DateTimeOffset.UtcNow.AddDays(-40);
        home.Do(new Command.Add(
            new Details { Description = "Write the report", Project = "Acme", Tags = ["deep"] }, then, then.AddHours(1)));
        var popup = await Popup.Open(browser);

        await popup.Page.Fill("#start-description", "Write");
        await popup.Page.WaitFor("document.querySelector('#start-description').getAttribute('aria-expanded') === 'true'");
        await popup.Page.Press("Enter");
        await popup.WaitForRunning("Write");

        await popup.Page.Fill("#start-description", "Write t");
        await popup.Page.WaitFor("document.querySelector('[role=option]')?.innerText === 'Write the report · Acme #deep'");
        await popup.Page.Press("ArrowDown");
        await popup.Page.Press("Enter");
        await popup.Page.WaitFor("document.querySelector('#start-description').value === 'Write the report'");
        await popup.Page.Press("Enter");
        await popup.WaitForRunning("Write the report");

        Assert.Equal(
            ["Write the report @Acme #deep", "Write", "Write the report @Acme #deep running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task WhatWasTypedAndNotSaved_OutlivesThePopup(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        home.Do(new Command.Start(new Details { Description = "Plan" }, When.Now.Value));
        var popup = await Popup.Open(browser);

        await popup.Page.Fill("#start-description", "Next thing");
        await popup.Page.Press("Escape");
        await popup.Do("#edit-running");
        await popup.Page.Fill("#edit-description", "Plan the trip");
        await popup.Page.Press("Tab");
        await popup.Page.Type("Travel");
        await popup.Page.Close();
        popup = await Popup.Open(browser);

        await popup.Page.WaitFor("!document.querySelector('#edit-view').hidden && !document.querySelector('#edit-draft').hidden");
        await popup.Page.WaitFor("document.querySelector('#edit-description').value === 'Plan the trip'");
        await popup.Page.WaitFor("document.querySelector('#edit-project').value === 'Travel'");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));

        await popup.Do("#edit-save");
        await popup.WaitForRunning("Plan the trip");
        Assert.Equal("Next thing", (await popup.Page.Evaluate("document.querySelector('#start-description').value")).GetString());
        Assert.Equal(["Plan the trip @Travel running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task AStoppedEntryWithoutItsEnd_IsNotSaved(BrowserKind kind)
    {
        var (home, browser) = await browsers.Get(kind);
        var then = DateTimeOffset.UtcNow.AddHours(-2);
        home.Do(new Command.Add(new Details { Description = "Plan" }, then, then.AddHours(1)));
        home.Do(new Command.Start(new Details { Description = "Call" }, When.Now.Value));
        var popup = await Popup.Open(browser);

        await popup.Do("#today-list [data-key^=edit]", "Plan");
        await popup.Page.Fill("#edit-description", "Plan the trip");
        await popup.Page.Press("Escape");
        foreach (var field in new[] { "#edit-to", "#edit-from" })
        {
            var before = (await popup.Page.Evaluate($"document.querySelector('{field}').value")).GetString();
            await Clear(popup, field);
            await popup.Do("#edit-save");
            await popup.Settle();
            Assert.True((await popup.Page.Evaluate("!document.querySelector('#edit-view').hidden")).GetBoolean());
            Assert.Equal(["Plan", "Call running"], Ledger.Lines(home.Ledger()));
            await popup.Page.Evaluate($"document.querySelector('{field}').value = '{before}'");
        }

        await popup.Do("#edit-save");
        await popup.WaitForToday("Plan the trip", 1);

        // What runs has no end to ask for.
        await popup.Do("#edit-running");
        await popup.Page.Fill("#edit-description", "Call Ann");
        await popup.Page.Press("Escape");
        await popup.Do("#edit-save");
        await popup.WaitForRunning("Call Ann");
        Assert.Equal(["Plan the trip", "Call Ann running"], Ledger.Lines(home.Ledger()));
    }

    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [InBothBrowsers]
    public async Task WhatIsTypedWhileTheHostStartsAnew_IsNotLost(BrowserKind kind)
    {
        using var held = HostScript.Held();
        using var home = new Home(Built.Host);
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        var popup = await Popup.Open(browser);
        home.Install(held.Program);

        await popup.Page.Type("Pl");
        home.Signal("KILL");
        await popup.Page.WaitFor("document.body.hasAttribute('data-stale')");
        await popup.Page.Type("an");
        await popup.Page.Press("Enter");

        held.LetGo();
        await popup.WaitForRunning("Plan");
        Assert.Equal(["Plan running"], Ledger.Lines(home.Ledger()));
    }

    /// <summary>Empties an instant's field part by part, from wherever the click has landed.</summary>
    private static async Task Clear(Popup popup, string field)
    {
        await popup.Do(field);
        for (var part = 1; part < InstantParts; part++)
        {
            await popup.Page.Press("ArrowLeft");
        }

        for (var part = 0; part < InstantParts; part++)
        {
            await popup.Page.Press("Backspace");
            await popup.Page.Press("ArrowRight");
        }

        await popup.Page.WaitFor($"(it => !it.value && !it.validity.badInput)(document.querySelector('{field}'))");
    }
}
