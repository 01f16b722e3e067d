namespace TimeTracker.BrowserKit;

/// <summary>The browsers that tests drive.</summary>
public enum BrowserKind
{
    Chromium,
    Firefox,
}
