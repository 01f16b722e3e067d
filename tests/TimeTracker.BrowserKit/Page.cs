using System.Text.Json;

namespace TimeTracker.BrowserKit;

/// <summary>A page of the extension. Clicks and keys go through the browser's own input events.</summary>
public abstract class Page
{
    /// <summary>As wide as a popup, and as high as it may become.</summary>
    protected const int Width = 400;

    /// <inheritdoc cref="Width"/>
    protected const int Height = 600;

    // A list that is still being filled moves what lies below it, and a click would land beside it.
    private const int StillMs = 50;

    private const string Shown = "document.body ? document.body.innerText : '(no page)'";

    /// <summary>The value of a JavaScript expression, awaited where it is a promise.</summary>
    public async Task<JsonElement> Evaluate(string expression) => Parsed(await EvaluateText(Wrapped(expression)));

    /// <summary>What is read on the page.</summary>
    public async Task<string> Text() => (await Evaluate(Shown)).GetString() ?? string.Empty;

    /// <summary>Waits until a JavaScript expression is truthy, and gives back what it is then.</summary>
    public async Task<JsonElement> WaitFor(string condition)
    {
        var problem = "it stayed false";
        return Parsed(await Browser.Until(
            async () =>
            {
                try
                {
                    var text = await EvaluateText(
                        $"(async () => {{ const it = await ({condition}); return it ? JSON.stringify(it) : ''; }})()");
                    return text.Length > 0 ? text : null;
                }
                catch (InvalidOperationException failed)
                {
                    problem = failed.Message;
                    return null;
                }
            },
            async () => $"{condition}: {problem}. The page shows:\n{await Seen()}"));
    }

    /// <summary>Waits until the page reads so.</summary>
    public Task WaitForText(string text) => WaitFor($"({Shown}).includes({Quoted(text)})");

    /// <summary>Waits for an element that can be clicked, and clicks into its middle.</summary>
    /// <param name="selector">A CSS selector.</param>
    /// <param name="label">What its text or accessible label has to contain; null for the first that the selector finds.</param>
    public async Task Click(string selector, string? label = null)
    {
        var at = await WaitFor($$"""
            (async () => {
              const wanted = {{Quoted(label)}};
              const reads = one => (one.getAttribute("aria-label") ?? one.innerText ?? "") + " " + (one.title ?? "");
              for (const one of document.querySelectorAll({{Quoted(selector)}})) {
                if (wanted !== null && !reads(one).includes(wanted) || one.matches(':disabled')) continue;
                one.scrollIntoView({ block: "center", behavior: "instant" });
                const before = one.getBoundingClientRect();
                await new Promise(resolve => setTimeout(resolve, {{StillMs}}));
                const box = one.getBoundingClientRect();
                if (box.top !== before.top || box.left !== before.left) return null;
                const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
                const hit = document.elementFromPoint(x, y);
                if (box.width > 0 && hit && (one === hit || one.contains(hit) || hit.contains(one))) return { x, y };
              }
              return null;
            })()
            """);
        await ClickAt(at.GetProperty("x").GetDouble(), at.GetProperty("y").GetDouble());
    }

    /// <summary>Clicks into a field, and types over what is in it.</summary>
    public async Task Fill(string selector, string text)
    {
        await Click(selector);
        await Evaluate($"document.querySelector({Quoted(selector)}).select()");
        if (text.Length == 0)
        {
            await Press("Backspace");
        }

        await Type(text);
    }

    /// <summary>Types a text, key by key.</summary>
    public abstract Task Type(string text);

    /// <summary>Presses a key by its DOM name, such as Enter, Tab or ArrowDown; with Shift+ or Control+ before it.</summary>
    public abstract Task Press(string key);

    /// <summary>Writes a picture of the whole page.</summary>
    public abstract Task Screenshot(string path);

    /// <summary>Has the page seen by one who prefers light or dark.</summary>
    public abstract Task Prefer(ColorScheme scheme);

    public abstract Task Reload();

    public async Task Close()
    {
        IsClosed = true;
        await CloseTab();
    }

    internal bool IsClosed { get; private set; }

    internal static JsonElement Parsed(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    internal static string Quoted(string? text) => JsonSerializer.Serialize(text);

    /// <summary>An expression whose value is a text of JSON.</summary>
    internal static string Wrapped(string expression) =>
        $"(async () => {{ const it = await ({expression}); return JSON.stringify(it === undefined ? null : it); }})()";

    /// <summary>A text that the browser gives back of an expression of that type.</summary>
    protected abstract Task<string> EvaluateText(string expression);

    protected abstract Task CloseTab();

    /// <summary>Clicks at a place of what is seen, in CSS pixels.</summary>
    protected abstract Task ClickAt(double x, double y);

    /// <summary>A key's name, and whether Shift and Control are held with it.</summary>
    protected static (string Key, bool Shift, bool Control) Parts(string key) => (
        key.Split('+')[^1],
        key.Contains("Shift+", StringComparison.Ordinal),
        key.Contains("Control+", StringComparison.Ordinal));

    private async Task<string> Seen()
    {
        try
        {
            return await EvaluateText($"location.href + '\\n' + ({Shown})");
        }
        catch (Exception gone) when (gone is InvalidOperationException or IOException or TimeoutException)
        {
            return $"(nothing: {gone.Message})";
        }
    }
}
