namespace TimeTracker.Protocol.Tests.Model;

/// <summary>The server, for one user.</summary>
internal sealed record Server : IEncoded
{
    internal Server(Seq<JournalEntry> journal) => (Journal, Log) = (journal, Rows(journal));

    internal Seq<JournalEntry> Journal { get; private init; }

    /// <summary>The log, from the journal.</summary>
    internal Seq<FeedRow> Log { get; private init; }

    /// <summary>The journal of the time before a restore, which a newer backup may bring back.</summary>
    internal Seq<JournalEntry> Abandoned { get; private init; }

    /// <summary>How often it was restored.</summary>
    internal int Era { get; private init; }

    internal Seq<HalfHandled> InHand { get; init; }

    public void Encode(ref Encoder encoder)
    {
        encoder.Write(Journal);
        encoder.Write(Abandoned);
        encoder.Write(Era);
        encoder.Write(InHand);
    }

    internal Server With(Seq<JournalEntry> journal) => this with { Journal = journal, Log = Rows(journal) };

    internal Server Noting(Seq<JournalEntry> entries) =>
        entries.Count == 0 ? this : With([.. Journal.Span, .. entries.Span]);

    /// <summary>Comes back as it was earlier. What it had since is kept while a later restore could need it.</summary>
    internal Server RestoredTo(Seq<JournalEntry> backup, bool isLast) => With(backup) with
    {
        Abandoned = isLast ? [] : Journal,
        Era = Era + 1,
        InHand = [],
    };

    /// <summary>Whether this feed is the start of the log.</summary>
    internal bool Continues(Seq<FeedRow> feed) =>
        feed.Count <= Log.Count && Log.Span[..feed.Count].SequenceEqual(feed.Span);

    private static Seq<FeedRow> Rows(Seq<JournalEntry> journal)
    {
        var rows = new List<FeedRow>(journal.Count);
        foreach (var entry in journal)
        {
            if (entry.InLog)
            {
                rows.Add(entry.Row);
            }
        }

        return new([.. rows]);
    }
}
