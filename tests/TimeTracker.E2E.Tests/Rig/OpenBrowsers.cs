using TimeTracker.BrowserKit;

namespace TimeTracker.E2E.Tests.Rig;

/// <summary>
/// A browser of each kind that stays open from test to test, for those that leave it whole. Each test has an empty store.
/// </summary>
public sealed class OpenBrowsers : IAsyncLifetime
{
    private readonly Dictionary<BrowserKind, (Home Home, Browser Browser)> _open = [];

    /// <inheritdoc/>
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The browser of a kind, with no tab of the extension, on an empty store.</summary>
    public async Task<(Home Home, Browser Browser)> Get(BrowserKind kind)
    {
        if (_open.TryGetValue(kind, out var open))
        {
            await open.Browser.Forget();
            await open.Home.Renew();
            return open;
        }

        var home = new Home(Built.Host);
        return _open[kind] = (home, await Browser.Launch(kind, home, Built.Extension));
    }

    /// <inheritdoc/>
    public async Task DisposeAsync()
    {
        foreach (var (home, browser) in _open.Values)
        {
            await browser.DisposeAsync();
            home.Dispose();
        }
    }
}
