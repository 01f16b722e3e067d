namespace TimeTracker.NativeHost.Messages;

/// <summary>A list as far as it fits into a reply.</summary>
/// <param name="Items">The first ones.</param>
/// <param name="Total">How many there are.</param>
internal sealed record Listing<T>(IReadOnlyList<T> Items, int Total)
    where T : ISized
{
    // A reply has at most 1 MiB; what else stands in it, a snapshot with long texts, is under 256 KiB.
    private const int BytesMax = 768 * 1024;

    /// <summary>Whether there are more than are listed.</summary>
    public bool Cut => Items.Count < Total;

    /// <summary>As many from the front as fit.</summary>
    internal static Listing<T> Of(IReadOnlyCollection<T> all)
    {
        var (items, bytes) = (new List<T>(), 0L);
        foreach (var item in all)
        {
            bytes += item.BytesMax;
            if (bytes > BytesMax)
            {
                break;
            }

            items.Add(item);
        }

        return new(items, all.Count);
    }
}
