namespace TimeTracker.E2E.Tests.Rig;

/// <summary>Waits for what nobody tells.</summary>
internal static class Eventually
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks until it is so; else fails, saying what was seen last.</summary>
    internal static async Task Is(Func<Task<string>> look, Func<string, bool> isSo)
    {
        using var limit = new CancellationTokenSource(WaitMax);
        while (true)
        {
            var seen = await look();
            if (isSo(seen))
            {
                return;
            }

            Assert.False(limit.IsCancellationRequested, $"It stayed so: {seen}");
            await Task.Delay(BetweenLooks, CancellationToken.None);
        }
    }
}
