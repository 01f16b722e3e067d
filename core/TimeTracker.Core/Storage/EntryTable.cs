using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Entries as folded so far: write a row, and find rows by id, by time and by what the timer does.</summary>
internal static class EntryTable
{
    private const string Columns = """
        entry_id, description, project_id, billable,
        start_utc, start_zone, start_offset, end_utc, end_zone, end_offset, as_of_utc, certainty,
        continues, paused, overlap, removed_by, span_position,
        (SELECT group_concat(tag, char(10)) FROM entry_tag WHERE entry_tag.entry_id = entry.entry_id)
        """;

    // Open ends lie after everything.
    private const string Covers = "(end_utc IS NULL OR end_utc > start_utc)";

    internal static EntryRecord? Find(ISnapshot snapshot, EntryId id) =>
        First(snapshot.Command($"SELECT {Columns} FROM entry WHERE entry_id = $entry_id").Bind(id.Value.Bytes()));

    /// <summary>The entry that runs.</summary>
    internal static EntryRecord? Open(ISnapshot snapshot) =>
        First(snapshot.Command($"SELECT {Columns} FROM entry INDEXED BY entry_open WHERE end_utc IS NULL AND removed_by IS NULL"));

    /// <summary>The latest entry whose break has not ended.</summary>
    internal static EntryRecord? Paused(ISnapshot snapshot) => First(snapshot.Command(
        $"""
        SELECT {Columns} FROM entry INDEXED BY entry_paused
        WHERE paused = 1 AND removed_by IS NULL ORDER BY start_utc DESC, entry_id DESC LIMIT 1
        """));

    /// <summary>The live entry that starts latest, of several the one made last.</summary>
    internal static EntryRecord? Latest(ISnapshot snapshot) => First(snapshot.Command($"""
        SELECT {Columns} FROM entry
        WHERE entry_id IN (
          SELECT * FROM (
            SELECT entry_id FROM entry INDEXED BY entry_start
            WHERE removed_by IS NULL AND overlap = 0 ORDER BY start_utc DESC, entry_id DESC LIMIT 1)
          UNION ALL
          SELECT * FROM (
            SELECT entry_id FROM entry INDEXED BY entry_start
            WHERE removed_by IS NULL AND overlap = 1 ORDER BY start_utc DESC, entry_id DESC LIMIT 1))
        ORDER BY start_utc DESC, entry_id DESC LIMIT 1
        """));

    /// <summary>
    /// The live entries that share time with [from, to), by start; an entry that ends where it starts counts where it
    /// lies within. Takes no longer in a larger store: before <paramref name="from"/> only the last of those that
    /// overlap nothing can reach it, and the others are found by their end.
    /// </summary>
    internal static List<EntryRecord> Within(ISnapshot snapshot, Instant from, Instant to)
    {
        var records = Read(snapshot.Command($"""
            SELECT {Columns} FROM entry INDEXED BY entry_start
            WHERE removed_by IS NULL AND overlap IN (0, 1) AND start_utc >= $from AND start_utc < $to
            UNION ALL
            SELECT {Columns} FROM (
              SELECT * FROM entry INDEXED BY entry_start
              WHERE overlap = 0 AND removed_by IS NULL AND {Covers} AND start_utc < $from
              ORDER BY start_utc DESC LIMIT 1) AS entry
            WHERE end_utc IS NULL OR end_utc > $from
            UNION ALL
            SELECT {Columns} FROM entry INDEXED BY entry_overlapping
            WHERE overlap = 1 AND removed_by IS NULL AND end_utc > $from AND start_utc < $from
            UNION ALL
            SELECT {Columns} FROM entry INDEXED BY entry_open
            WHERE overlap = 1 AND end_utc IS NULL AND removed_by IS NULL AND start_utc < $from
            """).Bind(from.Microseconds, to.Microseconds));

        // SQLite would make a sorter for each of the four parts, though nearly always there are none or one.
        records.Sort(static (left, right) => (left.Entry.Span.Start.Instant, left.Entry.Id.Value)
            .CompareTo((right.Entry.Span.Start.Instant, right.Entry.Id.Value)));
        return records;
    }

    /// <summary>The live entries, but one, that share time with [from, to).</summary>
    internal static List<EntryRecord> Overlapping(ISnapshot snapshot, Instant from, Instant to, EntryId? except) =>
        from < to
            ? Within(snapshot, from, to).FindAll(record => record.Entry.Id != except
                && record.Entry.Span is not EntrySpan.Closed { Duration.Ticks: 0 })
            : [];

    /// <summary>Writes the row of an entry.</summary>
    /// <param name="transaction">Where.</param>
    /// <param name="before">The row that there is; null for a new entry.</param>
    /// <param name="after">What it shall be.</param>
    internal static void Write(WriteTransaction transaction, EntryRecord? before, EntryRecord after)
    {
        // SQLite writes an index again for each column that a statement names, changed or not: where only the end
        // moves, as at each stop, the indexes over all entries are left alone.
        if (before is not null && after.Entry.Span.Start == before.Entry.Span.Start && after == before with
        {
            Entry = before.Entry with { Span = after.Entry.Span, Paused = after.Entry.Paused },
            SpanPosition = after.SpanPosition,
        })
        {
            WriteEnd(transaction, after);
        }
        else
        {
            WriteAll(transaction, after);
        }
    }

    /// <summary>Takes the row of an entry away: what made it counts no more.</summary>
    internal static void Delete(WriteTransaction transaction, EntryId id) =>
        transaction.Command("DELETE FROM entry WHERE entry_id = $entry_id").Bind(id.Value.Bytes()).ExecuteNonQuery();

    /// <summary>Writes the tags of an entry, all of them.</summary>
    internal static void WriteTags(WriteTransaction transaction, EntryId id, TagSet before, TagSet tags)
    {
        if (before.Count > 0)
        {
            transaction.Command("DELETE FROM entry_tag WHERE entry_id = $entry_id")
                .Bind(id.Value.Bytes())
                .ExecuteNonQuery();
        }

        foreach (var tag in tags)
        {
            transaction.Command("""
                INSERT INTO entry_tag (entry_id, tag, used_utc)
                SELECT entry_id, $tag, CASE WHEN removed_by IS NULL THEN start_utc END
                FROM entry WHERE entry_id = $entry_id
                """)
                .Bind(tag, id.Value.Bytes())
                .ExecuteNonQuery();
        }
    }

    /// <summary>Says whether an entry shares time with another.</summary>
    internal static void SetOverlap(WriteTransaction transaction, EntryId id, bool overlaps) =>
        transaction.Command("UPDATE entry SET overlap = $overlap WHERE entry_id = $entry_id")
            .Bind(overlaps, id.Value.Bytes())
            .ExecuteNonQuery();

    private static void WriteEnd(WriteTransaction transaction, EntryRecord record)
    {
        var closed = record.Entry.Span as EntrySpan.Closed;
        transaction.Command("""
            UPDATE entry SET
              end_utc = $end_utc, end_zone = $end_zone, end_offset = $end_offset, as_of_utc = $as_of_utc,
              certainty = $certainty, paused = $paused, span_position = $span_position
            WHERE entry_id = $entry_id
            """)
            .Bind(
                closed?.End.Instant.Microseconds, closed?.End.ZoneId, (long?)closed?.End.OffsetMinutes,
                (record.Entry.Span as EntrySpan.Open)?.AsOf.Microseconds, (long)record.Entry.Span.Certainty,
                record.Entry.Paused, record.SpanPosition, record.Entry.Id.Value.Bytes())
            .ExecuteNonQuery();
    }

    private static void WriteAll(WriteTransaction transaction, EntryRecord record)
    {
        var (entry, start, closed) = (record.Entry, record.Entry.Span.Start, record.Entry.Span as EntrySpan.Closed);
        transaction.Command("""
            INSERT INTO entry (
              entry_id, description, project_id, billable,
              start_utc, start_zone, start_offset, end_utc, end_zone, end_offset, as_of_utc, certainty,
              continues, paused, overlap, removed_by, span_position)
            VALUES (
              $entry_id, $description, $project_id, $billable,
              $start_utc, $start_zone, $start_offset, $end_utc, $end_zone, $end_offset, $as_of_utc, $certainty,
              $continues, $paused, $overlap, $removed_by, $span_position)
            ON CONFLICT (entry_id) DO UPDATE SET
              description = excluded.description, project_id = excluded.project_id, billable = excluded.billable,
              start_utc = excluded.start_utc, start_zone = excluded.start_zone, start_offset = excluded.start_offset,
              end_utc = excluded.end_utc, end_zone = excluded.end_zone, end_offset = excluded.end_offset,
              as_of_utc = excluded.as_of_utc, certainty = excluded.certainty, continues = excluded.continues,
              paused = excluded.paused, overlap = excluded.overlap, removed_by = excluded.removed_by,
              span_position = excluded.span_position
            """)
            .Bind(
                entry.Id.Value.Bytes(), entry.Description.Value, entry.Project?.Value.Bytes(), entry.Billable,
                start.Instant.Microseconds, start.ZoneId, (long)start.OffsetMinutes,
                closed?.End.Instant.Microseconds, closed?.End.ZoneId, (long?)closed?.End.OffsetMinutes,
                (entry.Span as EntrySpan.Open)?.AsOf.Microseconds, (long)entry.Span.Certainty,
                entry.Continues?.Value.Bytes(), entry.Paused, record.Overlaps, entry.RemovedBy?.Value.Bytes(),
                record.SpanPosition)
            .ExecuteNonQuery();
    }

    private static EntryRecord? First(DbCommand command) => Read(command) is [var first, ..] ? first : null;

    private static List<EntryRecord> Read(DbCommand command)
    {
        using var row = command.ExecuteReader();
        var records = new List<EntryRecord>();
        while (row.Read())
        {
            records.Add(ReadOne(row));
        }

        return records;
    }

    private static EntryRecord ReadOne(DbDataReader row)
    {
        var (start, certainty) = (row.Zoned(4), (Certainty)row.GetInt32(11));
        var entry = new Entry
        {
            Id = new EntryId(row.Id(0)),
            Description = Description.Parse(row.GetString(1)),
            Project = row.IdOrNull(2) is { } project ? new ProjectId(project) : null,
            Billable = row.GetBoolean(3),
            Span = row.IsDBNull(7)
                ? new EntrySpan.Open(start, Instant.FromMicroseconds(row.GetInt64(10)), certainty)
                : new EntrySpan.Closed(start, row.Zoned(7), certainty),
            Continues = row.IdOrNull(12) is { } continues ? new EntryId(continues) : null,
            Paused = row.GetBoolean(13),
            RemovedBy = row.IdOrNull(15) is { } removed ? OperationId.FromMinted(removed) : null,
            Tags = row.IsDBNull(17) ? TagSet.Empty : TagSet.Parse(row.GetString(17).Split('\n')),
        };
        return new(entry, Overlaps: row.GetBoolean(14), SpanPosition: row.GetInt64(16));
    }
}
