using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Gaps as folded so far, and the questions among them.</summary>
internal static class GapTable
{
    private const string Columns =
        "gap_id, entry_id, kind, from_utc, to_utc, suspended, slack, certainty, answer, answer_at, removed";

    internal static Gap? Find(ISnapshot snapshot, GapId id) =>
        Read(snapshot.Command($"SELECT {Columns} FROM question WHERE gap_id = $gap_id").Bind(id.Value.Bytes())) is [var gap]
            ? gap
            : null;

    /// <summary>All gaps of an entry, by where they begin.</summary>
    internal static List<Gap> OfEntry(ISnapshot snapshot, EntryId entry) => Read(snapshot.Command(
        $"SELECT {Columns} FROM question WHERE entry_id = $entry_id ORDER BY from_utc, gap_id").Bind(entry.Value.Bytes()));

    /// <summary>The gaps that wait for an answer, by where they begin.</summary>
    internal static List<Gap> Open(ISnapshot snapshot) => Read(snapshot.Command(
        $"SELECT {Columns} FROM question WHERE answer IS NULL AND removed = 0 ORDER BY from_utc, gap_id"));

    /// <summary>Makes a gap what a merge says; null for no gap at all.</summary>
    internal static void Replace(WriteTransaction transaction, GapId id, Gap? gap)
    {
        if (gap is not null)
        {
            Write(transaction, gap);
            return;
        }

        transaction.Command("DELETE FROM question WHERE gap_id = $gap_id").Bind(id.Value.Bytes()).ExecuteNonQuery();
    }

    /// <summary>Writes the row of a gap, whether it is new or not.</summary>
    internal static void Write(WriteTransaction transaction, Gap gap) =>
        transaction.Command("""
            INSERT INTO question (
              gap_id, entry_id, kind, from_utc, to_utc, suspended, slack, certainty, answer, answer_at, removed)
            VALUES (
              $gap_id, $entry_id, $kind, $from_utc, $to_utc, $suspended, $slack, $certainty, $answer, $answer_at, $removed)
            ON CONFLICT (gap_id) DO UPDATE SET
              entry_id = excluded.entry_id, kind = excluded.kind, from_utc = excluded.from_utc,
              to_utc = excluded.to_utc, suspended = excluded.suspended, slack = excluded.slack,
              certainty = excluded.certainty, answer = excluded.answer, answer_at = excluded.answer_at,
              removed = excluded.removed
            """)
            .Bind(
                gap.Id.Value.Bytes(), gap.Entry.Value.Bytes(), (long)gap.Kind, gap.Range.From.Microseconds,
                gap.Range.To.Microseconds, gap.Range.Suspended.Microseconds(), gap.Range.Slack.Microseconds(),
                (long)gap.Range.Certainty, (long?)gap.Answer?.Kind, gap.Answer?.At?.Microseconds, gap.Removed)
            .ExecuteNonQuery();

    private static List<Gap> Read(DbCommand command)
    {
        using var row = command.ExecuteReader();
        var gaps = new List<Gap>();
        while (row.Read())
        {
            gaps.Add(ReadOne(row));
        }

        return gaps;
    }

    private static Gap ReadOne(DbDataReader row) => new(
        new GapId(row.Id(0)),
        new EntryId(row.Id(1)),
        (GapKind)row.GetInt32(2),
        new GapRange(
            Instant.FromMicroseconds(row.GetInt64(3)), Instant.FromMicroseconds(row.GetInt64(4)),
            TimeSpan.FromMicroseconds(row.GetInt64(5)), TimeSpan.FromMicroseconds(row.GetInt64(6)),
            (Certainty)row.GetInt32(7)),
        row.IsDBNull(8)
            ? null
            : new GapAnswer(
                (AnswerKind)row.GetInt32(8), row.IsDBNull(9) ? null : Instant.FromMicroseconds(row.GetInt64(9))),
        row.GetBoolean(10));
}
