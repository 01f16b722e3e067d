namespace TimeTracker.BrowserKit;

/// <summary>What a person prefers.</summary>
public enum ColorScheme
{
    Light,
    Dark,
}
