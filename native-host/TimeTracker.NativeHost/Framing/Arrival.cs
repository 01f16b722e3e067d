namespace TimeTracker.NativeHost.Framing;

/// <summary>Something that the message loop has to look at.</summary>
internal abstract record Arrival
{
    private Arrival()
    {
    }

    /// <summary>A frame of 1 byte to <see cref="FrameReader.BytesMax"/>.</summary>
    internal sealed record Message(byte[] Bytes) : Arrival;

    /// <summary>A frame of no bytes; the next one follows.</summary>
    internal sealed record Empty : Arrival;

    /// <summary>A length that no request has; nothing behind it can be believed.</summary>
    internal sealed record TooLong(uint Length) : Arrival;

    /// <summary>The browser closed the pipe between two frames.</summary>
    internal sealed record End : Arrival;

    /// <summary>The pipe ended, or failed, within a frame; what there was of it has no effect.</summary>
    internal sealed record Torn : Arrival;

    /// <summary>The answer to an earlier request that took its time.</summary>
    internal sealed record Answered(long Id, Messages.Answer Answer) : Arrival;
}
