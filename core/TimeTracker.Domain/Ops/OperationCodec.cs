using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>
/// The only writer and reader of payloads: UTF-8 JSON, keys in a fixed order, numbers as integers, so that one
/// operation has one spelling. Reading takes any bytes and never throws for them.
/// </summary>
public static class OperationCodec
{
    /// <summary>The largest payload, in bytes; what a person can say within the domain's limits stays below.</summary>
    public const int PayloadBytesMax = 16 * 1024;

    private const string EntryKind = "entry.set";
    private const string ProjectKind = "project.set";
    private const string GapKindName = "gap.set";
    private const int DepthMax = 8;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions ReaderOptions = new() { MaxDepth = DepthMax, AllowDuplicateProperties = false };

    /// <summary>The payload of an operation, and the kind that says how to read it.</summary>
    /// <exception cref="ArgumentException">The body is one that this program did not make.</exception>
    /// <exception cref="InvalidOperationException">The payload is larger than <see cref="PayloadBytesMax"/>.</exception>
    public static (string Kind, byte[] Payload) Encode(OperationBody body)
    {
        var buffer = new ArrayBufferWriter<byte>();
        string kind;
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            switch (body)
            {
                case OperationBody.OfEntry(_, var patch):
                    kind = EntryKind;
                    EntryPatchJson.Write(writer, patch);
                    break;
                case OperationBody.OfProject(_, var patch):
                    kind = ProjectKind;
                    ProjectPatchJson.Write(writer, patch);
                    break;
                case OperationBody.OfGap(_, var patch):
                    kind = GapKindName;
                    GapPatchJson.Write(writer, patch);
                    break;
                default:
                    throw new ArgumentException($"{body.GetType()} is not this program's to write", nameof(body));
            }
        }

        return buffer.WrittenCount <= PayloadBytesMax
            ? (kind, buffer.WrittenSpan.ToArray())
            : throw new InvalidOperationException($"a payload of {buffer.WrittenCount} bytes passed the domain's limits");
    }

    /// <summary>What a payload says; <see cref="OperationBody.NotUnderstood"/> where this program cannot read it.</summary>
    public static OperationBody Decode(Guid entity, string kind, ReadOnlyMemory<byte> payload)
    {
        if (kind is not (EntryKind or ProjectKind or GapKindName))
        {
            return new OperationBody.NotUnderstood(entity, kind, "this kind of operation is not known here");
        }

        if (payload.Length > PayloadBytesMax)
        {
            return new OperationBody.NotUnderstood(entity, kind, "the payload is too large");
        }

        try
        {
            using var document = JsonDocument.Parse(payload, ReaderOptions);
            return kind switch
            {
                EntryKind => new OperationBody.OfEntry(new EntryId(entity), EntryPatchJson.Read(document.RootElement)),
                ProjectKind => new OperationBody.OfProject(new ProjectId(entity), ProjectPatchJson.Read(document.RootElement)),
                _ => new OperationBody.OfGap(new GapId(entity), GapPatchJson.Read(document.RootElement)),
            };
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or ArgumentException
            or InvalidOperationException or OverflowException)
        {
            // Every way in which JSON can fail to be a patch; the operation is kept and shown, not lost.
            return new OperationBody.NotUnderstood(entity, kind, unreadable.Message);
        }
    }
}
