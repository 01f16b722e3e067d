using TimeTracker.BrowserKit;
using TimeTracker.E2E.Tests.Rig;
using TimeTracker.TestKit;

namespace TimeTracker.E2E.Tests.Popups;

/// <summary>A working day in the popup.</summary>
public sealed class MainWayTests
{
    [RequiresTheory(Requirement.Linux | Requirement.Chromium | Requirement.Firefox)]
    [Trait("Invariant", "INV-01")]
    [Trait("Invariant", "INV-26")]
    [InBothBrowsers]
    public async Task WhatIsDoneInThePopup_IsWhatWasBooked(BrowserKind kind)
    {
        using var home = new Home(Built.Host);
        await using var browser = await Browser.Launch(kind, home, Built.Extension);
        var popup = await Popup.Open(browser);

        await popup.Start("Write the report", "Acme", "deep, urgent", billable: true);
        await popup.WaitForRunning("Write the report");
        var seen = await popup.Time();
        await popup.Page.WaitFor($"document.querySelector('#timer-time').textContent > '{seen}'");

        await popup.Do("#pause");
        await popup.WaitForPaused();
        await popup.Do("#resume");
        await popup.WaitForRunning("Write the report");

        await popup.Start("Call");
        await popup.WaitForRunning("Call");
        await popup.Do("#edit-running");
        await popup.Page.Fill("#edit-description", "Call with Ann");
        await popup.Page.Press("Tab");
        await popup.Do("#edit-save");
        await popup.WaitForRunning("Call with Ann");
        await popup.Do("#stop");
        await popup.WaitForIdle();

        await popup.Do("#recent-list button", "Write the report");
        await popup.WaitForRunning("Write the report");
        await popup.Do("#stop");
        await popup.WaitForIdle();

        await popup.WaitForToday("Write the report", 3);
        await popup.WaitForToday("Call with Ann", 1);
        await popup.Do("#today-list [data-key^=remove]", "Call with Ann");
        await popup.WaitForToday("Call with Ann", 0);
        await popup.Do("#undo");
        await popup.WaitForToday("Call with Ann", 1);

        Assert.Equal(
            [
                "Write the report @Acme #deep #urgent billable",
                "Write the report @Acme #deep #urgent billable continues",
                "Call with Ann",
                "Write the report @Acme #deep #urgent billable continues",
            ],
            Ledger.Lines(home.Ledger()));
    }
}
