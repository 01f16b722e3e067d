using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Keeps the rows that are made from operations: what the domain's fold says, and which entries overlap.</summary>
internal static class Projection
{
    /// <summary>Folds one more operation into its row.</summary>
    internal static void Apply(WriteTransaction transaction, long position, Operation operation)
    {
        switch (operation.Body)
        {
            case OperationBody.OfProject(var id, var patch):
                if (ProjectFold.Apply(ProjectTable.Find(transaction, id), id, patch) is { } project)
                {
                    ProjectTable.Write(transaction, project);
                }

                break;
            case OperationBody.OfGap(var id, var patch):
                if (GapFold.Apply(GapTable.Find(transaction, id), id, patch) is { } gap)
                {
                    GapTable.Write(transaction, gap);
                }

                break;
            case OperationBody.OfEntry(var id, var patch):
                Apply(transaction, position, operation.Id, id, patch);
                break;
        }

        // What an operation makes has its id, and no conflict yet.
        if (operation.Body.EntityId != operation.Id.Value)
        {
            ConflictTable.Settle(transaction, operation.Body.EntityId, operation.Body.Fields);
        }
    }

    /// <summary>Makes an entry what a merge says; null for no entry at all.</summary>
    internal static void Replace(WriteTransaction transaction, EntryId id, EntryRecord? after)
    {
        var before = EntryTable.Find(transaction, id);
        if (after is not null)
        {
            EntryTable.Write(transaction, before, after with { Overlaps = FlagOthers(transaction, after.Entry) });
            EntryTable.WriteTags(transaction, id, before?.Entry.Tags ?? TagSet.Empty, after.Entry.Tags);
        }
        else if (before is not null)
        {
            EntryTable.Delete(transaction, id);
        }

        if (before is { Overlaps: true })
        {
            UnflagOthers(transaction, before.Entry);
        }
    }

    /// <summary>Forgets all rows and folds the whole ledger again.</summary>
    internal static void Rebuild(WriteTransaction transaction)
    {
        transaction.Command("DELETE FROM entry_tag").ExecuteNonQuery();
        transaction.Command("DELETE FROM entry").ExecuteNonQuery();
        transaction.Command("DELETE FROM project").ExecuteNonQuery();
        transaction.Command("DELETE FROM question").ExecuteNonQuery();
        transaction.Command("DELETE FROM conflict").ExecuteNonQuery();
        EntityMerger.Fold(transaction, OperationTable.Entities(transaction));
    }

    private static void Apply(WriteTransaction transaction, long position, OperationId by, EntryId id, EntryPatch patch)
    {
        // The operation that makes an entry gives it its id, so that there is nothing to look for.
        var before = id.Value == by.Value ? null : EntryTable.Find(transaction, id);
        if (EntryFold.Apply(before?.Entry, id, patch, by) is not { } after)
        {
            return;
        }

        var moved = patch.Span.IsSet || patch.Removed.IsSet;
        var overlaps = moved ? FlagOthers(transaction, after) : before!.Overlaps;
        var spanPosition = patch.Span.IsSet ? position : before!.SpanPosition;
        EntryTable.Write(transaction, before, new(after, overlaps, spanPosition));
        if (patch.Tags.IsSet)
        {
            EntryTable.WriteTags(transaction, id, before?.Entry.Tags ?? TagSet.Empty, after.Tags);
        }

        if (moved && before is { Overlaps: true })
        {
            UnflagOthers(transaction, before.Entry);
        }
    }

    /// <summary>Flags the entries that the entry overlaps, before it is written: the schema insists on it.</summary>
    private static bool FlagOthers(WriteTransaction transaction, Entry entry)
    {
        var others = Others(transaction, entry);
        foreach (var other in others.Where(other => !other.Overlaps))
        {
            EntryTable.SetOverlap(transaction, other.Entry.Id, overlaps: true);
        }

        return others.Count > 0;
    }

    /// <summary>Takes the flag from entries that overlapped the entry where it was, and overlap nothing now.</summary>
    private static void UnflagOthers(WriteTransaction transaction, Entry before)
    {
        foreach (var other in Others(transaction, before).Where(other => Others(transaction, other.Entry).Count == 0))
        {
            EntryTable.SetOverlap(transaction, other.Entry.Id, overlaps: false);
        }
    }

    private static List<EntryRecord> Others(WriteTransaction transaction, Entry entry) => entry.IsLive
        ? EntryTable.Overlapping(transaction, entry.Span.Start.Instant, EndOf(entry.Span), entry.Id)
        : [];

    // Nothing lies beyond the range, so an open entry covers all of the rest.
    private static Instant EndOf(EntrySpan span) => span is EntrySpan.Closed closed ? closed.End.Instant : Instant.Max;
}
