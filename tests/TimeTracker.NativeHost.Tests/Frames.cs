using System.Buffers.Binary;
using System.Text;
using System.Text.Json;

namespace TimeTracker.NativeHost.Tests;

/// <summary>Native messaging's frames, as a browser writes and reads them.</summary>
internal static class Frames
{
    internal const int HeaderBytes = 4;

    internal static byte[] Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    internal static byte[] Of(byte[] body) => [.. Header((uint)body.Length), .. body];

    internal static byte[] Header(uint length)
    {
        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteUInt32LittleEndian(header, length);
        return header;
    }

    /// <summary>The next frame; null at the end of the stream.</summary>
    internal static JsonElement? Read(Stream stream)
    {
        var header = new byte[HeaderBytes];
        if (stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes)
        {
            return null;
        }

        var body = new byte[BinaryPrimitives.ReadUInt32LittleEndian(header)];
        stream.ReadExactly(body);
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    internal static IReadOnlyList<JsonElement> ReadAll(Stream stream)
    {
        var all = new List<JsonElement>();
        while (Read(stream) is { } frame)
        {
            all.Add(frame);
        }

        return all;
    }
}
