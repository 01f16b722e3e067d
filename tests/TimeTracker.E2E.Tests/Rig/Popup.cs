using TimeTracker.BrowserKit;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>The extension's popup, by what a person does in it.</summary>
internal sealed class Popup
{
    private Popup(Page page) => Page = page;

    internal Page Page { get; }

    /// <summary>Opens it and waits until it shows what is so.</summary>
    internal static async Task<Popup> Open(Browser browser)
    {
        var popup = new Popup(await browser.OpenPopup());
        await popup.Page.WaitFor("!document.querySelector('#controls').disabled && !document.body.hasAttribute('data-stale')");
        return popup;
    }

    /// <summary>Opens it where it is expected to show a problem.</summary>
    internal static async Task<Popup> OpenWithProblem(Browser browser)
    {
        var popup = new Popup(await browser.OpenPopup());
        await popup.Page.WaitFor("!document.querySelector('#problem').hidden");
        return popup;
    }

    internal static Popup Of(Page page) => new(page);

    /// <summary>Types what is to be started, and clicks the button.</summary>
    internal async Task Start(string description, string project = "", string tags = "", bool billable = false)
    {
        await Type(description, project, tags, billable);
        await Page.Click("#start-button");
    }

    /// <summary>Types what is to be started, field by field.</summary>
    internal async Task Type(string description, string project = "", string tags = "", bool billable = false)
    {
        await Page.Fill("#start-description", description);
        await Page.Press("Tab");
        await Page.Type(project);
        await Page.Press("Tab");
        await Page.Type(tags);
        await Page.Press("Tab");
        if (billable)
        {
            await Page.Press(" ");
        }
    }

    internal Task Do(string button, string? label = null) => Page.Click(button, label);

    internal Task WaitForIdle() => Page.WaitFor("document.body.dataset.state === 'idle'");

    internal Task WaitForPaused() => Page.WaitFor("document.body.dataset.state === 'paused'");

    internal Task WaitForRunning(string description) => Page.WaitFor(
        "document.body.dataset.state === 'running'"
        + $" && document.querySelector('#timer-title').textContent === {Quoted(description)}");

    /// <summary>Waits until the day's list has so many entries with that description.</summary>
    internal Task WaitForToday(string description, int count) => Page.WaitFor(
        "[...document.querySelectorAll('#today-list .what')]"
        + $".filter(one => one.firstChild.textContent.split(' ·')[0].split(' #')[0] === {Quoted(description)}).length === {count}");

    /// <summary>Waits until the background has written down a command that it has no reply to.</summary>
    internal Task WaitForUnanswered() =>
        Page.WaitFor("chrome.storage.session.get('unanswered').then(kept => kept.unanswered?.length > 0)");

    /// <summary>Waits until the host has answered all that was asked so far, such as what a typed text can mean.</summary>
    internal Task Settle() => Page.Evaluate("""
        new Promise(done => {
          const port = chrome.runtime.connect({ name: "popup" });
          port.onMessage.addListener(message => message.id === 1 && done(true));
          port.postMessage({ id: 1, request: { verb: "policy" } });
        })
        """);

    /// <summary>The id of what has the keyboard.</summary>
    internal async Task<string> Focused() => (await Page.Evaluate("document.activeElement.id")).GetString()!;

    /// <summary>The running time, as it is shown.</summary>
    internal async Task<string> Time() => (await Page.Evaluate("document.querySelector('#timer-time').textContent")).GetString()!;

    private static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text);
}
