using TimeTracker.BrowserKit;
using TimeTracker.Domain;
using TimeTracker.E2E.Tests.Rig;

namespace TimeTracker.E2E.Tests.Views;

/// <summary>Every view that the popup has, one after the other, on a store with something of everything.</summary>
internal static class Gallery
{
    /// <summary>Fills a store: a history, an entry that runs, and a question about it.</summary>
    internal static void Furnish(Home home)
    {
        var now = DateTimeOffset.UtcNow;
        home.Do(new Command.Add(
            new Details { Description = "Plan the week", Project = "Inside", Tags = ["planning"] },
            now.AddMinutes(-200), now.AddMinutes(-170)));
        home.Do(new Command.Add(
            new Details { Description = "Call with Ann", Project = "Acme", Billable = true },
            now.AddMinutes(-160), now.AddMinutes(-125)));
        var running = home.Do(new Command.Start(
            new Details { Description = "Write the report", Project = "Acme", Tags = ["deep"], Billable = true },
            new When.Ago(TimeSpan.FromMinutes(95))))[0].Entry;
        home.Do(new Command.ReportAway(running.Id, now.AddMinutes(-60), now.AddMinutes(-38)));
    }

    /// <summary>Goes through the views of a popup on a furnished store, and looks at each.</summary>
    internal static async Task Visit(Popup popup, Func<string, Task> look)
    {
        await popup.Page.WaitFor("document.querySelectorAll('#today-list > li').length === 3");
        await popup.Page.WaitFor("document.querySelectorAll('#questions-list > li').length === 1");
        await look("main");

        await popup.Page.Fill("#start-description", "re");
        await popup.Page.WaitFor("document.querySelector('[role=option]')");
        await popup.Page.Press("ArrowDown");
        await look("completion");
        await popup.Page.Press("Escape");

        await popup.Page.Click("#questions-list button:nth-of-type(4)");
        await look("question");

        await popup.Page.Click("#edit-running");
        await popup.Page.WaitFor("!document.querySelector('#edit-view').hidden");
        await look("edit");
        await popup.Page.Fill("#edit-description", " ");
        await popup.Page.Press("Tab");
        await popup.Page.Click("#edit-save");
        await popup.Page.WaitFor("!document.querySelector('#notice').hidden");
        await look("notice");
        await popup.Page.Click("#notice-close");
        await popup.Page.Click("#edit-cancel");

        await popup.Page.Click("#settings");
        await popup.Page.WaitFor("!document.querySelector('#settings-view').hidden");
        await look("settings");
        await popup.Page.Click("#settings-cancel");

        await popup.Do("#pause");
        await popup.WaitForPaused();
        await look("paused");
    }

    /// <summary>Takes the host away from a popup that is open.</summary>
    internal static async Task LoseHost(Home home, Popup popup)
    {
        home.Uninstall();
        home.Signal("KILL");
        await popup.Page.WaitFor("!document.querySelector('#problem-command').hidden");
    }
}
