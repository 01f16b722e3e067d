using System.Text.Json;
using System.Text.Json.Nodes;

namespace TimeTracker.BrowserKit;

/// <summary>Chromium, driven by the DevTools protocol.</summary>
internal sealed class ChromiumBrowser : Browser
{
    private const string Program = "chromium";
    private static readonly TimeSpan WorkerAnswerMax = TimeSpan.FromSeconds(5);

    private readonly BrowserProcess _process;
    private readonly RemoteControl _control;
    private readonly string _origin;
    private string? _worker;

    private ChromiumBrowser(BrowserProcess process, RemoteControl control, string origin) =>
        (_process, _control, _origin) = (process, control, origin);

    public override BrowserKind Kind => BrowserKind.Chromium;

    internal static async Task<Browser> Launch(Home home, string extension, string profile)
    {
        var folder = home.Profile($"chromium-{profile}");
        home.ChromiumManifests(folder);
        var process = new BrowserProcess(
            Program,
            [
                "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage", "--disable-quic",
                "--disable-default-apps", "--password-store=basic", "--remote-debugging-port=0",
                $"--user-data-dir={folder}", $"--load-extension={extension}", "about:blank",
            ],
            home.Environment,
            "DevTools listening on ");
        RemoteControl? control = null;
        try
        {
            control = await RemoteControl.Connect(await process.Address());
            var browser = new ChromiumBrowser(process, control, $"chrome-extension://{NativeHost.ExtensionIds.Chromium}/");
            await browser.Target("service_worker", browser._origin);
            return browser;
        }
        catch
        {
            await Release(process, control);
            throw;
        }
    }

    protected override async Task<Page> Open(string path)
    {
        var made = await _control.Ask("Target.createTarget", new() { ["url"] = _origin + path });
        var page = await ChromiumPage.Attach(_control, made.GetProperty("targetId").GetString()!);
        await page.WaitFor($"location.href.startsWith('{_origin}') && document.readyState === 'complete'");
        return page;
    }

    /// <summary>The real popup, as the button of the extension opens it.</summary>
    internal async Task<Page> OpenRealPopup()
    {
        await EvaluateInBackground("chrome.action.openPopup()");
        var page = await ChromiumPage.Attach(_control, await Target("page", _origin + PopupPath), fits: true);
        await page.WaitFor("document.readyState === 'complete'");
        return page;
    }

    public override async Task<JsonElement> EvaluateInBackground(string expression)
    {
        _worker ??= await Until(Worker, () => Task.FromResult("The worker did not become active."));
        return Page.Parsed(await ChromiumPage.EvaluateIn(_control, _worker, Page.Wrapped(expression)));
    }

    public override async Task StopBackground()
    {
        // Only a page that the worker serves can stop it: any of the extension's.
        _worker = null;
        var helper = await _control.Ask("Target.createTarget", new() { ["url"] = _origin + "manifest.json" });
        var target = helper.GetProperty("targetId").GetString()!;
        var session = await ChromiumPage.Session(_control, target);
        await _control.Ask("ServiceWorker.enable", session: session);
        await _control.Ask("ServiceWorker.stopAllWorkers", session: session);
        await _control.Ask("Target.closeTarget", new() { ["targetId"] = target });
    }

    public override Task RunCommand(string name) => EvaluateInBackground($"chrome.commands.onCommand.dispatch({Page.Quoted(name)})");

    public override Task ChooseMenuItem(string id, string pageTitle, string? selection = null) => EvaluateInBackground($$"""
        chrome.contextMenus.onClicked.dispatch(
          { menuItemId: {{Page.Quoted(id)}}, selectionText: {{Page.Quoted(selection)}} ?? undefined, editable: false },
          { title: {{Page.Quoted(pageTitle)}}, url: "https://example.org/page" })
        """);

    public override Task SetIdle(bool isIdle) =>
        EvaluateInBackground($"chrome.idle.onStateChanged.dispatch('{(isIdle ? "idle" : "active")}')");

    public override void Crash() => _process.Crash();

    public override async Task Quit()
    {
        try
        {
            await _control.Ask("Browser.close");
        }
        catch (IOException)
        {
            // It may be gone before it has answered.
        }

        Xunit.Assert.True(await _process.HasEnded(), "Chromium did not quit");
    }

    public override ValueTask DisposeAsync() => Release(_process, _control);

    private static async ValueTask Release(BrowserProcess process, RemoteControl? control)
    {
        process.Dispose();
        if (control is not null)
        {
            await control.DisposeAsync();
        }
    }

    /// <summary>A session with the worker; null while it is still being installed, when its target may be replaced.</summary>
    private async Task<string?> Worker()
    {
        try
        {
            var session = await ChromiumPage.Session(_control, await Target("service_worker", _origin));
            var state = await ChromiumPage.EvaluateIn(
                _control, session, "typeof chrome === 'object' && self.registration?.active ? 'active' : ''", WorkerAnswerMax);
            return state == "active" ? session : null;
        }
        catch (Exception replaced) when (replaced is InvalidOperationException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>The target of a type whose address begins so; waits until there is one.</summary>
    private Task<string> Target(string type, string address) => Until(
        async () => (await _control.Ask("Target.getTargets")).GetProperty("targetInfos").EnumerateArray()
            .Where(one => one.GetProperty("type").GetString() == type
                && one.GetProperty("url").GetString()!.StartsWith(address, StringComparison.Ordinal))
            .Select(one => one.GetProperty("targetId").GetString())
            .FirstOrDefault(),
        async () => $"There is no {type} at {address}: {await _control.Ask("Target.getTargets")}");
}
