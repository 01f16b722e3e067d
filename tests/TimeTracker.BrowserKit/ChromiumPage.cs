using System.Text.Json;
using System.Text.Json.Nodes;

namespace TimeTracker.BrowserKit;

/// <summary>A page of Chromium.</summary>
internal sealed class ChromiumPage : Page
{
    private const int Shift = 8;
    private const int Control = 2;

    private static readonly Dictionary<string, int> KeyCodes = new()
    {
        ["Backspace"] = 8, ["Tab"] = 9, ["Enter"] = 13, ["Escape"] = 27, ["End"] = 35, ["Home"] = 36, [" "] = 32,
        ["ArrowLeft"] = 37, ["ArrowUp"] = 38, ["ArrowRight"] = 39, ["ArrowDown"] = 40, ["Delete"] = 46,
    };

    private readonly RemoteControl _control;
    private readonly string _target;
    private readonly string _session;

    private ChromiumPage(RemoteControl control, string target, string session) =>
        (_control, _target, _session) = (control, target, session);

    /// <param name="fits">Whether it has a popup's size by itself.</param>
    internal static async Task<ChromiumPage> Attach(RemoteControl control, string target, bool fits = false)
    {
        var page = new ChromiumPage(control, target, await Session(control, target));
        if (!fits)
        {
            await page.Ask("Emulation.setDeviceMetricsOverride", new()
            {
                ["width"] = Width, ["height"] = Height, ["deviceScaleFactor"] = 1, ["mobile"] = false,
            });
        }

        await page.Ask("Emulation.setFocusEmulationEnabled", new() { ["enabled"] = true });
        return page;
    }

    internal static async Task<string> Session(RemoteControl control, string target)
    {
        var attached = await control.Ask("Target.attachToTarget", new() { ["targetId"] = target, ["flatten"] = true });
        return attached.GetProperty("sessionId").GetString()!;
    }

    internal static async Task<string> EvaluateIn(
        RemoteControl control, string session, string expression, TimeSpan? answerMax = null)
    {
        var answer = await control.Ask(
            "Runtime.evaluate",
            new() { ["expression"] = expression, ["awaitPromise"] = true, ["returnByValue"] = true, ["userGesture"] = true },
            session,
            answerMax);
        if (answer.TryGetProperty("exceptionDetails", out var failed))
        {
            throw new InvalidOperationException(
                failed.TryGetProperty("exception", out var exception) && exception.TryGetProperty("description", out var text)
                    ? text.GetString() : $"{failed}");
        }

        return answer.GetProperty("result").GetProperty("value").GetString()!;
    }

    public override async Task Type(string text)
    {
        foreach (var letter in text)
        {
            await Ask("Input.dispatchKeyEvent", new() { ["type"] = "keyDown", ["key"] = $"{letter}", ["text"] = $"{letter}" });
            await Ask("Input.dispatchKeyEvent", new() { ["type"] = "keyUp", ["key"] = $"{letter}" });
        }
    }

    public override async Task Press(string key)
    {
        var (name, shift, control) = Parts(key);
        var code = KeyCodes.TryGetValue(name, out var known) ? known : char.ToUpperInvariant(name[0]);
        var down = new JsonObject
        {
            ["type"] = "keyDown",
            ["key"] = name,
            ["code"] = name == " " ? "Space" : name.Length == 1 ? $"Key{char.ToUpperInvariant(name[0])}" : name,
            ["windowsVirtualKeyCode"] = code,
            ["modifiers"] = (shift ? Shift : 0) | (control ? Control : 0),
        };
        var up = down.DeepClone().AsObject();
        up["type"] = "keyUp";
        if (name == "Enter")
        {
            down["text"] = "\r";
        }
        else if (name.Length == 1 && !control)
        {
            down["text"] = name;
        }

        await Ask("Input.dispatchKeyEvent", down);
        await Ask("Input.dispatchKeyEvent", up);
    }

    public override async Task Screenshot(string path)
    {
        var height = (await Evaluate("document.documentElement.scrollHeight")).GetDouble();
        var answer = await Ask("Page.captureScreenshot", new()
        {
            ["format"] = "png",
            ["captureBeyondViewport"] = true,
            ["clip"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["width"] = Width, ["height"] = height, ["scale"] = 1 },
        });
        await File.WriteAllBytesAsync(path, answer.GetProperty("data").GetBytesFromBase64());
    }

    public override Task Prefer(ColorScheme scheme) => Ask("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new JsonArray(new JsonObject
        {
            ["name"] = "prefers-color-scheme",
            ["value"] = scheme == ColorScheme.Dark ? "dark" : "light",
        }),
    });

    public override async Task Reload()
    {
        await Evaluate("(window.isOld = true)");
        await Ask("Page.reload", []);
        await WaitFor("!window.isOld && document.readyState === 'complete'");
    }

    protected override Task CloseTab() => _control.Ask("Target.closeTarget", new() { ["targetId"] = _target });

    protected override Task<string> EvaluateText(string expression) => EvaluateIn(_control, _session, expression);

    protected override async Task ClickAt(double x, double y)
    {
        foreach (var (type, buttons) in new[] { ("mouseMoved", 0), ("mousePressed", 1), ("mouseReleased", 0) })
        {
            await Ask("Input.dispatchMouseEvent", new()
            {
                ["type"] = type, ["x"] = x, ["y"] = y, ["buttons"] = buttons,
                ["button"] = type == "mouseMoved" ? "none" : "left", ["clickCount"] = type == "mouseMoved" ? 0 : 1,
            });
        }
    }

    private Task<JsonElement> Ask(string method, JsonObject parameters) => _control.Ask(method, parameters, _session);
}
