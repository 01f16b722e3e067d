namespace TimeTracker.Domain;

/// <summary>Rounds amounts that are shown together, so that what is shown of them adds up.</summary>
internal static class WholeSeconds
{
    private const int KindsOfTime = 3;

    /// <summary>
    /// Each amount in whole seconds, down or up, so that all together are their sum cut to a whole second: those with
    /// the largest fractions go up (largest remainder method).
    /// </summary>
    internal static List<Totals> Of(IReadOnlyList<Totals> totals)
    {
        TimeSpan[] amounts = [.. totals.SelectMany(one => (TimeSpan[])[one.Certain, one.Estimated, one.Unanswered])];
        var fractions = Array.ConvertAll(amounts, amount => amount.Ticks % TimeSpan.TicksPerSecond);
        var whole = amounts.Zip(fractions, (amount, fraction) => amount - TimeSpan.FromTicks(fraction)).ToArray();
        var secondsToShare = (int)(fractions.Sum() / TimeSpan.TicksPerSecond);
        foreach (var (index, _) in fractions.Index().OrderByDescending(one => one.Item).Take(secondsToShare))
        {
            whole[index] += TimeSpan.FromSeconds(1);
        }

        return [.. whole.Chunk(KindsOfTime).Select(kinds => new Totals(kinds[0], kinds[1], kinds[2]))];
    }
}
