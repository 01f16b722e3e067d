using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TimeTracker.BrowserKit;

/// <summary>A page of Firefox.</summary>
internal sealed class FirefoxPage(RemoteControl control, string context, Func<string, Task<JsonElement>> inWindow) : Page
{
    private const string SchemeSetting = "layout.css.prefers-color-scheme.content-override";

    // WebDriver's names for keys that write nothing.
    private static readonly Dictionary<string, string> Keys = new()
    {
        ["Backspace"] = "\uE003", ["Tab"] = "\uE004", ["Enter"] = "\uE007", ["Escape"] = "\uE00C", ["End"] = "\uE010",
        ["Home"] = "\uE011", ["ArrowLeft"] = "\uE012", ["ArrowUp"] = "\uE013", ["ArrowRight"] = "\uE014",
        ["ArrowDown"] = "\uE015", ["Delete"] = "\uE017", ["Shift"] = "\uE008", ["Control"] = "\uE009",
    };

    internal static async Task<string> EvaluateIn(RemoteControl control, string context, string expression)
    {
        var answer = await control.Ask("script.evaluate", new()
        {
            ["expression"] = expression,
            ["target"] = new JsonObject { ["context"] = context },
            ["awaitPromise"] = true,
            ["userActivation"] = true,
        });
        return answer.GetProperty("type").GetString() == "success"
            ? answer.GetProperty("result").GetProperty("value").GetString()!
            : throw new InvalidOperationException(answer.GetProperty("exceptionDetails").GetProperty("text").GetString());
    }

    /// <summary>Gives the page a popup's size.</summary>
    internal Task Fit() => control.Ask("browsingContext.setViewport", new()
    {
        ["context"] = context,
        ["viewport"] = new JsonObject { ["width"] = Width, ["height"] = Height },
        ["devicePixelRatio"] = 1,
    });

    public override Task Type(string text) => Perform("key", "keys", [.. text.SelectMany(letter => Stroke($"{letter}"))]);

    public override Task Press(string key)
    {
        var (name, shift, withControl) = Parts(key);
        List<JsonObject> actions = [.. Stroke(Keys.GetValueOrDefault(name, name))];
        foreach (var held in new[] { shift ? Keys["Shift"] : null, withControl ? Keys["Control"] : null }.OfType<string>())
        {
            actions = [Key("keyDown", held), .. actions, Key("keyUp", held)];
        }

        return Perform("key", "keys", actions);
    }

    public override async Task Screenshot(string path)
    {
        var answer = await control.Ask("browsingContext.captureScreenshot", new() { ["context"] = context, ["origin"] = "document" });
        await File.WriteAllBytesAsync(path, answer.GetProperty("data").GetBytesFromBase64());
    }

    public override Task Prefer(ColorScheme scheme) =>
        inWindow($"Services.prefs.setIntPref('{SchemeSetting}', {(scheme == ColorScheme.Dark ? 0 : 1)})");

    public override async Task Reload()
    {
        await Evaluate("(window.isOld = true)");
        await control.Ask("browsingContext.reload", new() { ["context"] = context, ["wait"] = "none" });
        await WaitFor("!window.isOld && document.readyState === 'complete'");
    }

    protected override Task CloseTab() => control.Ask("browsingContext.close", new() { ["context"] = context });

    protected override Task<string> EvaluateText(string expression) => EvaluateIn(control, context, expression);

    protected override Task ClickAt(double x, double y) => Perform("pointer", "mouse",
    [
        new() { ["type"] = "pointerMove", ["x"] = Math.Floor(x), ["y"] = Math.Floor(y) },
        new() { ["type"] = "pointerDown", ["button"] = 0 },
        new() { ["type"] = "pointerUp", ["button"] = 0 },
    ]);

    private static JsonObject[] Stroke(string key) => [Key("keyDown", key), Key("keyUp", key)];

    private static JsonObject Key(string type, string key) => new() { ["type"] = type, ["value"] = key };

    private Task<JsonElement> Perform(string type, string id, IEnumerable<JsonObject> actions)
    {
        var source = new JsonObject { ["type"] = type, ["id"] = id, ["actions"] = new JsonArray([.. actions]) };
        return control.Ask("input.performActions", new() { ["context"] = context, ["actions"] = new JsonArray(source) });
    }
}
