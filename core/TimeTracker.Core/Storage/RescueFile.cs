using System.Text.Json;
using TimeTracker.Domain;

namespace TimeTracker.Core.Storage;

/// <summary>
/// Keeps what was asked for where the store could not take it, because the store's file is no longer the one that was
/// opened: a file of its own, for the owner alone, with the operations as they would have been written.
/// </summary>
internal static class RescueFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Writes it into the data folder, or beside temporary files where there is none; gives back its path.</summary>
    internal static string Write(string folder, CommandId id, IReadOnlyList<OperationBody> operations, Reading reading)
    {
        var path = Path.Combine(RescueFolder(folder), $"{id}.json");
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        using var stream = new FileStream(path, options);
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            writer.WriteStartArray();
            foreach (var (index, body) in operations.Index())
            {
                Write(writer, LedgerWriter.Row(new Operation(id.Operation(index + 1), body, reading)));
            }

            writer.WriteEndArray();
        }

        stream.Flush(flushToDisk: true);
        return path;
    }

    private static string RescueFolder(string folder)
    {
        var rescue = Path.Combine(Directory.Exists(folder) ? folder : Path.GetTempPath(), "rescue");
        return Directory.CreateDirectory(rescue).FullName;
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
