using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Accepted commands, by which a repeat finds its first result and undo its way back.</summary>
internal static class CommandTable
{
    internal static CommandRecord? Find(ISnapshot snapshot, CommandId id)
    {
        using var row = snapshot.Command(
            "SELECT verb, request_hash, result, position FROM command WHERE command_id = $command_id")
            .Bind(id.Value.Bytes()).ExecuteReader();
        return row.Read()
            ? new((CommandVerb)row.GetInt32(0), row.GetFieldValue<byte[]>(1), row.GetString(2), row.GetInt64(3))
            : null;
    }

    /// <summary>
    /// Records an accepted command; where it takes another back, that one is marked. Where that one was itself an undo,
    /// what it took back counts again.
    /// </summary>
    internal static void Insert(
        WriteTransaction transaction, CommandId id, long position, Command command, string result, CommandId? undoes)
    {
        transaction.Command("""
            INSERT INTO command (position, command_id, request_hash, verb, result, undoes)
            VALUES ($position, $command_id, $request_hash, $verb, $result, $undoes)
            """)
            .Bind(
                position, id.Value.Bytes(), RequestHash.Of(command), (long)command.Verb, result, undoes?.Value.Bytes())
            .ExecuteNonQuery();
        if (undoes is { } undone)
        {
            transaction.Command("UPDATE command SET undone_by = $undone_by WHERE command_id = $command_id")
                .Bind(id.Value.Bytes(), undone.Value.Bytes())
                .ExecuteNonQuery();
            transaction.Command("UPDATE command SET undone_by = NULL WHERE undone_by = $undo")
                .Bind(undone.Value.Bytes())
                .ExecuteNonQuery();
        }
    }

    /// <summary>The latest command that takes nothing back and has not been taken back; what asks a question stays.</summary>
    internal static CommandId? LatestUndoable(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT command.command_id
            FROM operation CROSS JOIN command ON command.command_id = operation.command_id
            WHERE command.undoes IS NULL AND command.undone_by IS NULL AND command.verb <> $asks
            ORDER BY operation.position DESC LIMIT 1
            """).Bind((long)CommandVerb.ReportAway).ExecuteReader();
        return row.Read() ? CommandId.FromMinted(row.Id(0)) : null;
    }

    /// <summary>The latest undo that stands and that only undone undos and redos follow.</summary>
    internal static CommandId? LatestRedoable(ISnapshot snapshot)
    {
        using var row = snapshot.Command("""
            SELECT command.command_id, command.verb
            FROM operation CROSS JOIN command ON command.command_id = operation.command_id
            WHERE command.verb <> $redo AND NOT (command.verb = $undo AND command.undone_by IS NOT NULL)
            ORDER BY operation.position DESC LIMIT 1
            """).Bind((long)CommandVerb.Redo, (long)CommandVerb.Undo).ExecuteReader();
        return row.Read() && row.GetInt32(1) == (int)CommandVerb.Undo ? CommandId.FromMinted(row.Id(0)) : null;
    }

    /// <summary>Whether the command was taken back, or takes another back.</summary>
    internal static bool IsMoot(ISnapshot snapshot, CommandId id) => snapshot.Command("""
        SELECT EXISTS (
          SELECT 1 FROM command
          WHERE command_id = $command_id AND (undoes IS NOT NULL OR undone_by IS NOT NULL))
        """).Bind(id.Value.Bytes()).ExecuteScalar() is 1L;
}
