using System.Text.Json;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>
/// Keeps what would be lost where the store's file is no longer the one that was opened: a copy of all that the opened
/// file holds, which nobody else can reach any more, and the operations that it did not take.
/// </summary>
internal static class RescueFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OwnerOnlyFolder = OwnerOnly | UnixFileMode.UserExecute;

    /// <summary>
    /// Copies the opened file, into the data folder or beside temporary files where there is none; gives back the path.
    /// </summary>
    /// <exception cref="DatabaseException">It could not be copied.</exception>
    internal static string SaveStore(WriteTransaction transaction, string folder, CommandId id)
    {
        var path = Path.Combine(FolderIn(folder), $"timetracker-{id}.db");
        transaction.SaveCopy(path);
        return path;
    }

    /// <summary>Writes the operations as they would have been written; gives back the path.</summary>
    internal static string SaveOperations(
        string folder, CommandId id, IReadOnlyList<Operation> operations)
    {
        var path = Path.Combine(FolderIn(folder), $"{id}.json");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(path, options);
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (var operation in operations)
            {
                Write(writer, LedgerWriter.Row(operation, seen: 0));
            }

            writer.WriteEndArray();
        }

        stream.Flush(flushToDisk: true);
        return path;
    }

    private static string FolderIn(string folder)
    {
        var rescue = Path.Combine(Directory.Exists(folder) ? folder : Path.GetTempPath(), "rescue");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(rescue);
        }
        else
        {
            Directory.CreateDirectory(rescue, OwnerOnlyFolder);
        }

        return rescue;
    }

    private static void Write(Utf8JsonWriter writer, LedgerRow row)
    {
        writer.WriteStartObject();
        writer.WriteString("op_id", row.Operation);
        writer.WriteString("command_id", row.Command);
        writer.WriteString("kind", row.Kind);
        writer.WriteString("entity_id", row.Entity);
        writer.WritePropertyName("payload");
        writer.WriteRawValue(row.Payload);
        writer.WriteNumber("reading_utc", row.Reading.UtcMicroseconds);
        writer.WriteNumber("reading_monotonic", row.Reading.Monotonic.Microseconds());
        writer.WriteNumber("reading_boottime", row.Reading.Boottime.Microseconds());
        writer.WriteString("reading_domain", row.Reading.Domain.Id);
        writer.WriteEndObject();
    }
}
