using System.Text.Json;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Writes an accepted command: operations, projections and the command itself, in the caller's transaction.</summary>
internal static class LedgerWriter
{
    private const string LocalOrigin = "local";
    private const string PulledOrigin = "sync";

    /// <summary>Appends the operations and folds them.</summary>
    /// <param name="transaction">The caller's.</param>
    /// <param name="id">The command's.</param>
    /// <param name="command">What was asked for.</param>
    /// <param name="accepted">What was decided.</param>
    /// <param name="checkpoint">The reading that replaces the last one.</param>
    /// <param name="changedBefore">The entries that commands before it changed for the same request.</param>
    /// <param name="step">The step that it belongs to; null where it is one alone.</param>
    /// <returns>All entries that changed, in the order in which they did.</returns>
    internal static IReadOnlyList<EntryId> Write(
        WriteTransaction transaction, CommandId id, Command command, Decision.Accepted accepted, Checkpoint checkpoint,
        IEnumerable<EntryId> changedBefore, CommandId? step)
    {
        var position = Append(transaction, id, accepted.Operations, checkpoint.Reading);
        var own = accepted.Operations.OfType<OperationBody.OfEntry>()
            .Select(body => body.Entry);
        EntryId[] changed = [.. changedBefore.Concat(own).Distinct()];
        CommandTable.Insert(transaction, id, position, command, EncodeResult(changed), accepted.Undoes, step);
        CheckpointTable.Write(transaction, checkpoint);
        return changed;
    }

    /// <summary>Appends operations and folds them; gives back the position of the last one.</summary>
    internal static long Append(
        WriteTransaction transaction, CommandId id, IReadOnlyList<OperationBody> bodies, Reading reading)
    {
        var (position, hash, seen) = OperationTable.Last(transaction);
        foreach (var (index, body) in bodies.Index())
        {
            var operation = new Operation(id.Operation(index + 1), body, reading);
            var row = Row(operation, seen);
            hash = HashChain.Next(hash, row);
            OperationTable.Append(transaction, ++position, row, hash);
            Projection.Apply(transaction, position, operation);
        }

        return position;
    }

    /// <summary>Appends what of the feed's rows the ledger lacks, as it came; whoever calls folds what they are about.</summary>
    /// <returns>What each row is about, in their order.</returns>
    internal static List<Guid> AppendPulled(WriteTransaction transaction, IEnumerable<FeedRow> rows)
    {
        var (position, hash, _) = OperationTable.Last(transaction);
        var entities = new List<Guid>();
        foreach (var pulled in rows)
        {
            if (OperationTable.EntityOf(transaction, pulled.Operation) is { } known)
            {
                entities.Add(known);
                continue;
            }

            var row = OperationEnvelope.Open(pulled.Operation, pulled.Payload, pulled.Seen, PulledOrigin);
            hash = HashChain.Next(hash, row);
            OperationTable.Append(transaction, ++position, row, hash);
            entities.Add(row.Entity);
        }

        return entities;
    }

    /// <summary>The entries of a recorded result.</summary>
    internal static IReadOnlyList<EntryId> DecodeResult(string result)
    {
        using var json = JsonDocument.Parse(result);
        return [.. json.RootElement.EnumerateArray().Select(id => new EntryId(id.GetGuid()))];
    }

    internal static LedgerRow Row(Operation operation, long seen)
    {
        var (kind, payload) = OperationCodec.Encode(operation.Body);
        return new(
            operation.Id.Value, operation.Id.Command.Value, kind, operation.Body.EntityId, payload,
            seen, LocalOrigin, operation.Reading);
    }

    // UUIDs need no escaping.
    private static string EncodeResult(IEnumerable<EntryId> changed) =>
        $"[{string.Join(',', changed.Select(id => $"\"{id}\""))}]";
}
