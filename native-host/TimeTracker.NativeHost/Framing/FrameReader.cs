using System.Buffers.Binary;

namespace TimeTracker.NativeHost.Framing;

/// <summary>Reads native messaging's frames: a length of 4 bytes, little-endian, and as many bytes of JSON.</summary>
internal sealed class FrameReader(Stream input)
{
    /// <summary>The longest request. Browsers would send 64 MiB; no request of ours comes near this.</summary>
    internal const int BytesMax = 1024 * 1024;

    private const int HeaderBytes = sizeof(uint);

    /// <summary>The next frame. A frame that is too long is not read, and nothing is allocated for it.</summary>
    internal Arrival Read()
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        try
        {
            switch (input.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false))
            {
                case 0:
                    return new Arrival.End();
                case < HeaderBytes:
                    return new Arrival.Torn();
            }

            return BinaryPrimitives.ReadUInt32LittleEndian(header) switch
            {
                0 => new Arrival.Empty(),
                > BytesMax and var length => new Arrival.TooLong(length),
                var length => Body((int)length),
            };
        }
        catch (IOException)
        {
            // A pipe that fails or ends has taken with it whatever was on its way.
            return new Arrival.Torn();
        }
    }

    private Arrival.Message Body(int length)
    {
        var bytes = new byte[length];
        input.ReadExactly(bytes);
        return new Arrival.Message(bytes);
    }
}
