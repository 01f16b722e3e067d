using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>
/// Folds entities anew where the feed has brought something, or taken something back: what an entity is then depends on
/// its operations and their places alone, not on when they came.
/// </summary>
internal static class EntityMerger
{
    /// <summary>Folds these entities, and the entries on which one of them may bear: what runs, or ran until another
    /// device's start.</summary>
    internal static void Fold(WriteTransaction transaction, IReadOnlyCollection<Guid> entities)
    {
        var hadConflicts = ConflictTable.Any(transaction);
        var folded = entities
            .Concat(ConflictTable.Ended(transaction).Select(entry => entry.Value))
            .Concat(EntryTable.Open(transaction) is { } open ? [open.Entry.Id.Value] : [])
            .Distinct()
            .Select(entity => FoldOne(transaction, entity))
            .OfType<MergedEntry>()
            .ToList();
        EndAllButOne(folded);

        // What ends comes first: at no moment are two entries open.
        foreach (var entry in folded.OrderBy(entry => entry.Record?.Entry.IsRunning ?? false))
        {
            Projection.Replace(transaction, entry.Id, entry.Record);
            if (hadConflicts || entry.Conflicts.Count > 0)
            {
                ConflictTable.Replace(transaction, entry.Id.Value, entry.Conflicts);
            }
        }
    }

    /// <summary>Writes a project or a gap; gives back what an entry shall be.</summary>
    private static MergedEntry? FoldOne(WriteTransaction transaction, Guid entity)
    {
        var operations = PlacedOperations.OfEntity(transaction, entity);
        var fields = MergeFold.Of(operations.Select(placed => placed.Operation));
        var kinds = operations.Select(placed => placed.Operation.Operation.Body).ToLookup(body => body.GetType());
        if (kinds[typeof(OperationBody.OfProject)].Any())
        {
            ProjectTable.Replace(transaction, new(entity), ProjectFold.Merge(new(entity), fields));
        }

        if (kinds[typeof(OperationBody.OfGap)].Any())
        {
            GapTable.Replace(transaction, new(entity), GapFold.Merge(new(entity), fields));
        }

        if (kinds[typeof(OperationBody.OfEntry)].Any() || EntryTable.Find(transaction, new(entity)) is not null)
        {
            return FoldEntry(transaction, new(entity), fields, operations);
        }

        ConflictTable.Replace(transaction, entity, fields.Conflicts);
        return null;
    }

    private static MergedEntry FoldEntry(
        WriteTransaction transaction, EntryId id, MergedFields fields,
        List<(PlacedOperation Operation, long Position)> operations)
    {
        if (EntryFold.Merge(id, fields) is not { } merged)
        {
            return new(id, null, null, []);
        }

        var (entry, opener) = merged;
        var position = operations.First(placed => placed.Operation == opener).Position;

        // What was brought back runs since then: whoever did so knew what had been started meanwhile.
        var since = operations.FindLast(placed =>
            placed.Operation == opener || placed.Operation == fields.WinnerOf(PatchFields.Removed));
        if (entry is { IsLive: true, Span: EntrySpan.Open span }
            && RunningRule.EndOf(id, span, PlacedOperations.RivalsOf(transaction, since.Operation)) is { } rival)
        {
            entry = entry with { Span = new EntrySpan.Closed(span.Start, rival.At, Certainty.Estimated) };
            return new(
                id, new(entry, false, position), opener.Operation.Id,
                [.. fields.Conflicts, new(PatchFields.RunsOn, rival.By.Operation.Id, opener.Operation.Id)]);
        }

        return new(id, new(entry, false, position), opener.Operation.Id, fields.Conflicts);
    }

    /// <summary>
    /// Operations that no decider made may leave several entries open: the one that starts last runs, each other one ends
    /// where the next starts.
    /// </summary>
    private static void EndAllButOne(List<MergedEntry> folded)
    {
        var open = folded.FindAll(entry => entry.Record is { Entry.IsRunning: true });
        open.Sort((left, right) => (left.Start, left.Id.Value).CompareTo((right.Start, right.Id.Value)));
        for (var index = 0; index < open.Count - 1; index++)
        {
            var (entry, next) = (open[index], open[index + 1].Record!.Entry.Span.Start);
            var ended = entry.Record!.Entry with
            {
                Span = new EntrySpan.Closed(entry.Record.Entry.Span.Start, next, Certainty.Estimated),
            };
            folded[folded.IndexOf(entry)] = entry with
            {
                Record = entry.Record with { Entry = ended },
                Conflicts = [.. entry.Conflicts, new(PatchFields.RunsOn, open[index + 1].Opener!.Value, entry.Opener!.Value)],
            };
        }
    }

    /// <summary>What an entry shall be; without a record there is none.</summary>
    private sealed record MergedEntry(
        EntryId Id, EntryRecord? Record, OperationId? Opener, IReadOnlyList<Conflict> Conflicts)
    {
        internal Instant Start => Record!.Entry.Span.Start.Instant;
    }
}
