using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using TimeTracker.NativeHost.Messages;

namespace TimeTracker.NativeHost.Framing;

/// <summary>
/// The only writer to the browser; one thread uses it. Each frame is one write. That a write succeeds proves nothing:
/// what a pipe holds may never be read, and the extension asks again with the same command id.
/// </summary>
internal sealed class FrameWriter(Stream output)
{
    /// <summary>What a browser takes from a host; one byte more drops the connection.</summary>
    internal const int BytesMax = 1024 * 1024;

    private const int HeaderBytes = sizeof(uint);
    private const int KeptBytesMax = 64 * 1024;

    private ArrayBufferWriter<byte> _frame = new();

    /// <summary>Replies to a request. A reply that no browser would take becomes an error that says so.</summary>
    internal void Reply(long? id, Answer answer)
    {
        if (!TryWrite(new Reply(id, answer), HostJson.Wire.Reply))
        {
            TryWrite(new Reply(id, Failures.ReplyTooLong), HostJson.Wire.Reply);
        }
    }

    /// <summary>Tells what nobody asked for.</summary>
    internal void Push(SnapshotMessage snapshot) => TryWrite(new Push(snapshot), HostJson.Wire.Push);

    private bool TryWrite<T>(T message, JsonTypeInfo<T> type)
    {
        _frame.ResetWrittenCount();
        _frame.GetSpan(HeaderBytes)[..HeaderBytes].Clear();
        _frame.Advance(HeaderBytes);
        using (var json = new Utf8JsonWriter(_frame, new JsonWriterOptions { Encoder = HostJson.Wire.Options.Encoder }))
        {
            JsonSerializer.Serialize(json, message, type);
        }

        var length = _frame.WrittenCount - HeaderBytes;
        if (length <= BytesMax)
        {
            Send(length);
        }

        if (_frame.Capacity > KeptBytesMax)
        {
            _frame = new ArrayBufferWriter<byte>();
        }

        return length <= BytesMax;
    }

    private void Send(int length)
    {
        var frame = _frame.WrittenSpan.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(frame, (uint)length);
        try
        {
            output.Write(frame);
            output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads any more; the end of the input tells the same, and what was committed stays.
        }
    }
}
