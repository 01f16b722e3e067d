using System.Text.Json;

namespace TimeTracker.NativeHost.Tests.Fuzz;

/// <summary>A browser's side that looks at each reply as it comes and keeps none.</summary>
internal sealed class ReplyCheck(Action<JsonElement> look) : MemoryStream
{
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        using var reply = JsonDocument.Parse(buffer[Frames.HeaderBytes..].ToArray());
        look(reply.RootElement);
    }
}
