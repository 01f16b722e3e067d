using System.Text.Json;
using System.Text.Json.Nodes;

namespace TimeTracker.BrowserKit;

/// <summary>Firefox, driven by WebDriver BiDi.</summary>
internal sealed class FirefoxBrowser : Browser
{
    private const string Program = "firefox-esr";

    // Given to the extension by a setting, where each profile else makes up one of its own.
    private const string Uuid = "5b1d6b52-6f0c-4ad5-9f0a-3a6a5a0c5d11";

    private readonly BrowserProcess _process;
    private readonly RemoteControl _control;
    private readonly string _window;

    private FirefoxBrowser(BrowserProcess process, RemoteControl control, string window) =>
        (_process, _control, _window) = (process, control, window);

    public override BrowserKind Kind => BrowserKind.Firefox;

    private static string Origin => $"moz-extension://{Uuid}/";

    internal static async Task<Browser> Launch(Home home, string extension, string profile)
    {
        var folder = home.Profile($"firefox-{profile}");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "user.js"), Settings());
        var process = new BrowserProcess(
            Program,
            [
                "--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", "0",
                "--remote-allow-system-access", "about:blank",
            ],
            home.Environment,
            "WebDriver BiDi listening on ");
        RemoteControl? control = null;
        try
        {
            control = await RemoteControl.Connect(new Uri($"{await process.Address()}session"));
            await control.Ask("session.new", new() { ["capabilities"] = new JsonObject() });
            await control.Ask("webExtension.install", new()
            {
                ["extensionData"] = new JsonObject { ["type"] = "path", ["path"] = extension },
            });
            var windows = await control.Ask("browsingContext.getTree", new() { ["moz:scope"] = "chrome", ["maxDepth"] = 0 });
            return new FirefoxBrowser(
                process, control, windows.GetProperty("contexts")[0].GetProperty("context").GetString()!);
        }
        catch
        {
            await Release(process, control);
            throw;
        }
    }

    protected override async Task<Page> Open(string path)
    {
        var made = await _control.Ask("browsingContext.create", new() { ["type"] = "tab" });
        var context = made.GetProperty("context").GetString()!;
        await _control.Ask("browsingContext.navigate", new() { ["context"] = context, ["url"] = Origin + path, ["wait"] = "none" });
        var page = new FirefoxPage(_control, context, EvaluateInWindow);
        await page.WaitFor($"location.href.startsWith('{Origin}') && document.readyState === 'complete'");
        await page.Fit();
        return page;
    }

    public override async Task<JsonElement> EvaluateInBackground(string expression)
    {
        // The window's script asks one in the background's process, which sees what the background sees.
        var inside = $$"""
            (async () => {
              const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
              try { return { text: await Cu.evalInSandbox({{Page.Quoted(Page.Wrapped(expression))}}, box) }; }
              catch (error) { return { failed: String(error) }; }
            })().then(answer => sendAsyncMessage("answer", answer))
            """;
        var answer = await EvaluateInWindow($$"""
            (async () => {
              const extension = WebExtensionPolicy.getByID("{{NativeHost.ExtensionIds.Firefox}}").extension;
              await extension.wakeupBackground?.();
              const view = [...extension.views].find(one => one.viewType === "background");
              const messages = view.xulBrowser.messageManager;
              return new Promise(resolve => {
                const take = ({ data }) => { messages.removeMessageListener("answer", take); resolve(data); };
                messages.addMessageListener("answer", take);
                messages.loadFrameScript("data:," + encodeURIComponent({{Page.Quoted(inside)}}), false);
              });
            })()
            """);
        if (answer.TryGetProperty("failed", out var failed))
        {
            throw new InvalidOperationException(failed.GetString());
        }

        return Page.Parsed(answer.GetProperty("text").GetString()!);
    }

    // Without the second wish Firefox lets a background live whose port is open.
    public override Task StopBackground() => EvaluateInWindow($$"""
        WebExtensionPolicy.getByID('{{NativeHost.ExtensionIds.Firefox}}').extension
          .terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })
        """);

    public override Task RunCommand(string name) => EvaluateInWindow(
        $"WebExtensionPolicy.getByID('{NativeHost.ExtensionIds.Firefox}').extension.shortcuts.onCommand({Page.Quoted(name)})");

    public override async Task ChooseMenuItem(string id, string pageTitle, string? selection = null)
    {
        var made = await _control.Ask("browsingContext.create", new() { ["type"] = "tab" });
        await _control.Ask("browsingContext.navigate", new()
        {
            ["context"] = made.GetProperty("context").GetString(),
            ["url"] = $"data:text/html;charset=utf-8,<title>{Uri.EscapeDataString(pageTitle)}</title>",
            ["wait"] = "complete",
        });
        await EvaluateInWindow($$"""
            (() => {
              const extension = WebExtensionPolicy.getByID("{{NativeHost.ExtensionIds.Firefox}}").extension;
              const tab = gBrowser.selectedTab;
              extension.tabManager.addActiveTabPermission(tab);
              extension.emit("webext-menu-menuitem-click", {
                menuItemId: {{Page.Quoted(id)}}, modifiers: [], editable: false,
                ...({{Page.Quoted(selection)}} === null ? {} : { selectionText: {{Page.Quoted(selection)}} }),
              }, tab);
            })()
            """);
    }

    public override Task SetIdle(bool isIdle) => EvaluateInWindow($$"""
        Cc["@mozilla.org/widget/useridleservice;1"].getService(Ci.nsIUserIdleServiceInternal)
          .resetIdleTimeOut({{(isIdle ? 3_600_000 : 0)}})
        """);

    public override void Crash() => _process.Crash();

    public override async Task Quit()
    {
        try
        {
            await _control.Ask("browser.close");
        }
        catch (IOException)
        {
            // It may be gone before it has answered.
        }

        Xunit.Assert.True(await _process.HasEnded(), "Firefox did not quit");
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

    private static string Settings()
    {
        var settings = new Dictionary<string, object>
        {
            ["extensions.webextensions.uuids"] = $$"""{"{{NativeHost.ExtensionIds.Firefox}}":"{{Uuid}}"}""",
            ["browser.shell.checkDefaultBrowser"] = false,
            ["browser.startup.page"] = 0,
            ["browser.aboutwelcome.enabled"] = false,
            ["datareporting.policy.dataSubmissionEnabled"] = false,
            ["toolkit.telemetry.reportingpolicy.firstRun"] = false,
            ["app.normandy.enabled"] = false,
            ["network.captive-portal-service.enabled"] = false,
            ["network.connectivity-service.enabled"] = false,
            ["browser.safebrowsing.malware.enabled"] = false,
            ["browser.safebrowsing.phishing.enabled"] = false,
            ["toolkit.cosmeticAnimations.enabled"] = false,
        };
        return string.Concat(settings.Select(one => $"user_pref({Page.Quoted(one.Key)}, {JsonSerializer.Serialize(one.Value)});\n"));
    }

    private async Task<JsonElement> EvaluateInWindow(string expression)
    {
        return Page.Parsed(await FirefoxPage.EvaluateIn(_control, _window, Page.Wrapped(expression)));
    }
}
