using System.Data.Common;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>The ledger: append, and read back.</summary>
internal static class OperationTable
{
    private const string Columns = "op_id, kind, entity_id, payload, reading_utc, reading_monotonic, reading_boottime, reading_domain, position";

    /// <summary>The position and hash that the next row follows.</summary>
    internal static (long Position, byte[] Hash) Last(ISnapshot snapshot)
    {
        using var row = snapshot.Command("SELECT position, hash FROM operation ORDER BY position DESC LIMIT 1")
            .ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetFieldValue<byte[]>(1)) : (0, HashChain.Origin);
    }

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

    /// <summary>All operations with their positions, in the ledger's order, read as they are asked for.</summary>
    internal static IEnumerable<(long Position, Operation Operation)> All(ISnapshot snapshot)
    {
        using var row = snapshot.Command($"SELECT {Columns} FROM operation ORDER BY position").ExecuteReader();
        while (row.Read())
        {
            yield return (row.GetInt64(8), ReadOne(row));
        }
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
