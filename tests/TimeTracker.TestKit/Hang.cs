namespace TimeTracker.TestKit;

/// <summary>What keeps a test from hanging, and says nothing of how long anything may take.</summary>
public static class Hang
{
    /// <summary>Longer than a busy machine holds up whoever is waited for.</summary>
    public static readonly TimeSpan Max = TimeSpan.FromSeconds(60);
}
