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
        WriteTransaction transaction, CommandId id, long position, Command command, string result, CommandId? undoes,
        CommandId? step)
    {
        transaction.Command("""
            INSERT INTO command (position, command_id, request_hash, verb, result, undoes, step_id)
            VALUES ($position, $command_id, $request_hash, $verb, $result, $undoes, $step_id)
            """)
            .Bind(
                position, id.Value.Bytes(), RequestHash.Of(command), (long)command.Verb, result, undoes?.Value.Bytes(),
                step?.Value.Bytes())
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
    internal static CommandId? LatestUndoable(ISnapshot snapshot) =>
        LatestOfSteps(snapshot, stepsMax: 1) is [var latest] ? latest : null;

    /// <summary>The latest command that could be taken back, of each of the latest steps.</summary>
    internal static List<CommandId> LatestOfSteps(ISnapshot snapshot, int stepsMax)
    {
        using var row = snapshot.Command("""
            SELECT command.command_id, coalesce(command.step_id, command.command_id)
            FROM operation CROSS JOIN command ON command.command_id = operation.command_id
            WHERE command.undoes IS NULL AND command.undone_by IS NULL AND command.verb <> $asks
            ORDER BY operation.position DESC
            """).Bind((long)CommandVerb.ReportAway).ExecuteReader();
        var (steps, commands) = (new HashSet<Guid>(), new List<CommandId>());
        while (commands.Count < stepsMax && row.Read())
        {
            if (steps.Add(row.Id(1)))
            {
                commands.Add(CommandId.FromMinted(row.Id(0)));
            }
        }

        return commands;
    }

    /// <summary>Whether the command takes nothing back and has not been taken back; what asks a question stays.</summary>
    internal static bool IsUndoable(ISnapshot snapshot, CommandId id) => snapshot.Command("""
        SELECT EXISTS (
          SELECT 1 FROM command
          WHERE command_id = $command_id AND undoes IS NULL AND undone_by IS NULL AND verb <> $asks)
        """).Bind(id.Value.Bytes(), (long)CommandVerb.ReportAway).ExecuteScalar() is 1L;

    /// <summary>The step that a command belongs to; one that no row has stands for itself.</summary>
    internal static CommandId StepOf(ISnapshot snapshot, CommandId id)
    {
        using var row = snapshot.Command("SELECT step_id FROM command WHERE command_id = $command_id")
            .Bind(id.Value.Bytes()).ExecuteReader();
        return row.Read() && row.IdOrNull(0) is { } step ? CommandId.FromMinted(step) : id;
    }

    /// <summary>
    /// The commands of a step that have not been taken back, the latest first: those that take something back where
    /// <paramref name="undos"/>, else those that do not.
    /// </summary>
    internal static List<CommandId> OfStep(ISnapshot snapshot, CommandId step, bool undos)
    {
        using var row = snapshot.Command("""
            SELECT command_id FROM (
              SELECT * FROM command WHERE command_id = $step
              UNION ALL
              SELECT * FROM command INDEXED BY command_step WHERE step_id = $step)
            WHERE undone_by IS NULL AND (undoes IS NOT NULL) = $undos AND verb <> $asks
            ORDER BY position DESC
            """).Bind(step.Value.Bytes(), undos ? 1L : 0L, (long)CommandVerb.ReportAway).ExecuteReader();
        var commands = new List<CommandId>();
        while (row.Read())
        {
            commands.Add(CommandId.FromMinted(row.Id(0)));
        }

        return commands;
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
