using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The ledger: append, and read back.</summary>
internal static class OperationTable
{
    private const string Columns = "op_id, kind, entity_id, payload, reading_utc, reading_monotonic, reading_boottime, reading_domain";

    /// <summary>The position and hash that the next row follows, and how far the feed has been pulled.</summary>
    internal static (long Position, byte[] Hash, long Seen) Last(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT position, hash, (SELECT coalesce(max(feed_no), 0) FROM feed) FROM operation ORDER BY position DESC LIMIT 1
            """).ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2)) : (0, HashChain.Origin, 0);
    }

    /// <summary>What an operation is about; null where there is none of this id.</summary>
    internal static Guid? EntityOf(ISnapshot snapshot, OperationId id) =>
        snapshot.Command("SELECT entity_id FROM operation WHERE op_id = $op_id").Bind(id.Value.Bytes()).ExecuteScalar()
            is byte[] entity ? new(entity, bigEndian: true) : null;

    /// <summary>What an operation says; null where there is none of this id.</summary>
    internal static OperationBody? Find(ISnapshot snapshot, OperationId id) => Read(snapshot.Command(
        $"SELECT {Columns} FROM operation WHERE op_id = $op_id").Bind(id.Value.Bytes())) is [var found] ? found.Body : null;

    /// <summary>How many operations this program cannot read.</summary>
    internal static long CountNotUnderstood(ISnapshot snapshot) => (long)snapshot.Command("""
        SELECT count(*) FROM operation INDEXED BY operation_not_understood
        WHERE kind NOT IN ('entry.set', 'project.set', 'gap.set')
        """).ExecuteScalar()!;

    /// <summary>The clocks when the operation at a position was made.</summary>
    internal static Reading ReadingAt(ISnapshot snapshot, long position)
    {
        using var row = snapshot.Command("""
            SELECT reading_utc, reading_monotonic, reading_boottime, reading_domain
            FROM operation WHERE position = $position
            """).Bind(position).ExecuteReader();
        return row.Read() ? row.Reading(0) : throw new InvalidDataException($"the ledger has no position {position}");
    }

    /// <summary>Appends a row behind the last one; a trigger adds what tells others of it.</summary>
    internal static void Append(WriteTransaction transaction, long position, LedgerRow row, byte[] hash) =>
        transaction.Command("""
            INSERT INTO operation (
              position, op_id, command_id, kind, entity_id, payload, seen, origin,
              reading_utc, reading_monotonic, reading_boottime, reading_domain, hash)
            VALUES (
              $position, $op_id, $command_id, $kind, $entity_id, $payload, $seen, $origin,
              $reading_utc, $reading_monotonic, $reading_boottime, $reading_domain, $hash)
            """)
            .Bind(
                position, row.Operation.Bytes(), row.Command.Bytes(), row.Kind, row.Entity.Bytes(), row.Payload,
                row.Seen, row.Origin, row.Reading.UtcMicroseconds, row.Reading.Monotonic.Microseconds(),
                row.Reading.Boottime.Microseconds(), row.Reading.Domain.Id, hash)
            .ExecuteNonQuery();

    /// <summary>The operations of one entity up to a position, in their order.</summary>
    internal static List<Operation> OfEntity(ISnapshot snapshot, Guid entity, long upTo = long.MaxValue) =>
        Read(snapshot.Command(
            $"SELECT {Columns} FROM operation WHERE entity_id = $entity_id AND position <= $up_to ORDER BY position")
            .Bind(entity.Bytes(), upTo));

    /// <summary>The operations of one of this store's commands, in their order.</summary>
    internal static List<Operation> OfCommand(ISnapshot snapshot, CommandId command) =>
        Read(snapshot.Command(
            $"SELECT {Columns} FROM operation WHERE op_id BETWEEN $first AND $last ORDER BY op_id")
            .Bind(command.Operation(1).Value.Bytes(), command.Operation(OperationId.OrdinalMax).Value.Bytes()));

    /// <summary>All that the ledger is about, in the order in which it first was.</summary>
    internal static List<Guid> Entities(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT entity_id FROM operation GROUP BY entity_id ORDER BY min(position)")
            .ExecuteReader();
        var entities = new List<Guid>();
        while (row.Read())
        {
            entities.Add(row.Id(0));
        }

        return entities;
    }

    private static List<Operation> Read(DbCommand command)
    {
        using var row = command.ExecuteReader();
        var operations = new List<Operation>();
        while (row.Read())
        {
            operations.Add(ReadOne(row));
        }

        return operations;
    }

    private static Operation ReadOne(DbDataReader row) => new(
        OperationId.FromMinted(row.Id(0)),
        OperationCodec.Decode(row.Id(2), row.GetString(1), row.GetFieldValue<byte[]>(3)),
        row.Reading(4));
}
