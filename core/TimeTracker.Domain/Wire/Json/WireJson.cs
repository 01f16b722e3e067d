using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>Messages as UTF-8 JSON and back: the one place where reading them can fail.</summary>
internal static class WireJson
{
    private const int DepthMax = 8;

    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonDocumentOptions ReaderOptions =
        new() { MaxDepth = DepthMax, AllowDuplicateProperties = false };

    internal static byte[] Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WriterOptions))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static Received<T> Read<T>(ReadOnlyMemory<byte> json, Func<WireObject, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json, ReaderOptions);
            return new Received<T>.Valid(read(WireObject.Root(document.RootElement)));
        }
        catch (WireFault fault)
        {
            return fault.IsTooLarge
                ? new Received<T>.TooLarge(fault.Message)
                : new Received<T>.Invalid(fault.Message);
        }
        catch (InvalidOperationException)
        {
            // JSON can spell half a surrogate pair, in a key too; Unicode has no such character.
            return new Received<T>.Invalid("it holds half a surrogate pair");
        }
        catch (JsonException)
        {
            // Its text can quote the message, and a note could stand there.
            return new Received<T>.Invalid("it is not one JSON object without repeated keys");
        }
    }
}
