using System.Text.Json;

namespace TimeTracker.BrowserKit;

/// <summary>A browser without a window, with the extension, in a home of its own.</summary>
public abstract class Browser : IAsyncDisposable
{
    /// <summary>The popup's page, below the extension's address.</summary>
    protected const string PopupPath = "popup/popup.html";

    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    private readonly List<Page> _tabs = [];

    public abstract BrowserKind Kind { get; }

    /// <param name="profile">The profile's name; the same one again is the same person's browser, started again.</param>
    public static async Task<Browser> Launch(BrowserKind kind, Home home, string extension, string profile = "profile") => kind switch
    {
        BrowserKind.Chromium => await ChromiumBrowser.Launch(home, extension, profile),
        _ => await FirefoxBrowser.Launch(home, extension, profile),
    };

    /// <summary>Opens the popup's page in a tab.</summary>
    public Task<Page> OpenPopup() => OpenTab(PopupPath);

    /// <summary>Opens a page of the extension in a tab.</summary>
    public async Task<Page> OpenTab(string path)
    {
        var tab = await Open(path);
        _tabs.Add(tab);
        return tab;
    }

    /// <summary>Closes the tabs that were opened, and forgets what the extension keeps for as long as the browser runs.</summary>
    public async Task Forget()
    {
        foreach (var tab in _tabs.Where(tab => !tab.IsClosed))
        {
            await tab.Close();
        }

        _tabs.Clear();
        await EvaluateInBackground("chrome.storage.session.clear()");
    }

    /// <summary>
    /// The value of a JavaScript expression in the extension's background, awaited where it is a promise. It wakes the
    /// background, and in Chromium keeps it alive.
    /// </summary>
    public abstract Task<JsonElement> EvaluateInBackground(string expression);

    /// <summary>Has the background stopped, as a browser does that wants its memory.</summary>
    public abstract Task StopBackground();

    /// <summary>Presses the keys of a command of the manifest, as far as the extension can tell.</summary>
    public abstract Task RunCommand(string name);

    /// <summary>Chooses a context menu's item of the extension.</summary>
    public abstract Task ChooseMenuItem(string id, string pageTitle, string? selection = null);

    /// <summary>The person leaves the machine for as long as it takes to be called idle, or comes back.</summary>
    public abstract Task SetIdle(bool isIdle);

    /// <summary>Kills the browser's own process alone, as a crash does.</summary>
    public abstract void Crash();

    /// <summary>Quits, as a person does.</summary>
    public abstract Task Quit();

    public abstract ValueTask DisposeAsync();

    /// <summary>Opens a page of the extension in a tab, and waits until it is loaded.</summary>
    protected abstract Task<Page> Open(string path);

    /// <summary>Looks until there is something to see.</summary>
    internal static async Task<T> Until<T>(Func<Task<T?>> look, Func<Task<string>> saying)
        where T : class
    {
        using var limit = new CancellationTokenSource(WaitMax);
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            if (limit.IsCancellationRequested)
            {
                throw new TimeoutException(await saying());
            }

            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
    }
}
