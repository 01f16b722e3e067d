using TimeTracker.Core.Storage;

namespace TimeTracker.Core;

/// <summary>What a person can mean by a part of a word, over the whole history, the latest used first.</summary>
public sealed class TrackerCompletion
{
    /// <summary>The most that is offered: more than that, nobody reads.</summary>
    public const int OffersMax = 50;

    private readonly Tracker _tracker;

    internal TrackerCompletion(Tracker tracker) => _tracker = tracker;

    /// <summary>Names of projects that hold the part.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<string> Projects(string part) =>
        _tracker.Ask(snapshot => CompletionQueries.Projects(snapshot, part, OffersMax));

    /// <summary>Tags that hold the part.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<string> Tags(string part) =>
        _tracker.Ask(snapshot => CompletionQueries.Tags(snapshot, part, OffersMax));

    /// <summary>Descriptions that hold the part.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<string> Descriptions(string part) =>
        _tracker.Ask(snapshot => CompletionQueries.Descriptions(snapshot, Composed(part), OffersMax));

    /// <summary>Entries whose description holds the part, or whose id begins with it.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    public IReadOnlyList<EntryView> Entries(string part)
    {
        var now = _tracker.Now();
        return _tracker.Ask(snapshot =>
            EntryViews.Of(snapshot, CompletionQueries.Entries(snapshot, Composed(part), OffersMax), now));
    }

    // Descriptions are kept composed; half a surrogate pair composes with nothing.
    private static string Composed(string part) => string.Concat(part.EnumerateRunes()).Normalize();
}
