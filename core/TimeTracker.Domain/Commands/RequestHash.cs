using System.Buffers;
using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>What makes a repeat of a command the same request: SHA-256 of all that was asked for.</summary>
public static class RequestHash
{
    /// <summary>The hash, 32 bytes.</summary>
    public static byte[] Of(Command command)
    {
        ArgumentNullException.ThrowIfNull(command);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            writer.WriteNumberValue((int)command.Verb);
            Write(writer, command);
            writer.WriteNumberValue((int)command.Adjust);
            writer.WriteEndArray();
        }

        return Sha256.HashData(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, Command command)
    {
        switch (command)
        {
            case Command.Start(var details, var when):
                Write(writer, details);
                Write(writer, when);
                break;
            case Command.Stop(var when, var expected):
                Write(writer, when);
                Write(writer, expected);
                break;
            case Command.Switch(var details, var when, var expected):
                Write(writer, details);
                Write(writer, when);
                Write(writer, expected);
                break;
            case Command.Suspend(var when, var expected):
                Write(writer, when);
                Write(writer, expected);
                break;
            case Command.Resume(var when, var expected):
                Write(writer, when);
                WriteIfMeant(writer, expected?.Value);
                break;
            case Command.Cancel(var expected):
                Write(writer, expected);
                break;
            case Command.Continue(var entry, var when):
                Write(writer, entry);
                Write(writer, when);
                break;
            case Command.Add(var details, var from, var to):
                Write(writer, details);
                Write(writer, from);
                Write(writer, to);
                break;
            case Command.Edit(var entry, var details, var from, var to):
                Write(writer, entry);
                Write(writer, details);
                Write(writer, from);
                Write(writer, to);
                break;
            case Command.Undo(var expected, var chosen):
                WriteIfMeant(writer, expected?.Value);
                if (chosen)
                {
                    writer.WriteBooleanValue(true);
                }

                break;
            case Command.Remove(var entry):
                Write(writer, entry);
                break;
            case Command.Resolve(var gap, var resolution):
                writer.WriteStringValue(gap.Value);
                Write(writer, resolution);
                break;
            case Command.ReportAway(var entry, var from, var to):
                Write(writer, entry);
                Write(writer, from);
                Write(writer, to);
                break;
            case Command.RenameProject(var name, var newName, var merge):
                writer.WriteStringValue(name);
                writer.WriteStringValue(newName);
                writer.WriteBooleanValue(merge);
                break;
            case Command.SettleConflict(var conflict, var keepLoser):
                writer.WriteNumberValue((int)conflict.Field);
                writer.WriteStringValue(conflict.Winner.Value);
                writer.WriteStringValue(conflict.Loser.Value);
                writer.WriteBooleanValue(keepLoser);
                break;
            case Command.Repeat(var operation):
                writer.WriteStringValue(operation.Value);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, Details details)
    {
        writer.WriteStringValue(details.Description);
        writer.WriteStringValue(details.Project);
        if (details.Tags is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            writer.WriteStartArray();
            foreach (var tag in details.Tags)
            {
                writer.WriteStringValue(tag);
            }

            writer.WriteEndArray();
        }

        writer.WriteStringValue(details.Billable?.ToString());
    }

    private static void Write(Utf8JsonWriter writer, When when)
    {
        switch (when)
        {
            case When.At(var instant):
                Write(writer, instant);
                break;
            case When.Ago(var amount):
                writer.WriteNumberValue(amount.Ticks);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, Resolution resolution)
    {
        writer.WriteNumberValue((int)resolution.Kind);
        switch (resolution)
        {
            case Resolution.AssignTo(var details):
                Write(writer, details);
                break;
            case Resolution.SplitAt(var instant):
                Write(writer, instant);
                break;
        }
    }

    private static void Write(Utf8JsonWriter writer, DateTimeOffset? instant) =>
        writer.WriteStringValue(instant?.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>These came later: a request without one keeps the hash that stores hold of it.</summary>
    private static void WriteIfMeant(Utf8JsonWriter writer, Guid? expected)
    {
        if (expected is { } id)
        {
            writer.WriteStringValue(id);
        }
    }

    private static void Write(Utf8JsonWriter writer, EntryId? entry) => writer.WriteStringValue(entry?.ToString());
}
