using System.Collections.Concurrent;

namespace TimeTracker.NativeHost.Tests.Fuzz;

/// <summary>A browser's side that sends many frames and never holds more than one of them.</summary>
internal sealed class FrameSource(FrameMaker maker, int count, ConcurrentQueue<(byte[] Frame, long? Id)> sent) : Stream
{
    private ReadOnlyMemory<byte> _left = Frames.Of(Talk.Hello);
    private long _made;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_left.IsEmpty && _made < count)
        {
            var next = maker.Next(++_made);
            sent.Enqueue(next);
            _left = Frames.Of(next.Frame);
        }

        var length = Math.Min(buffer.Length, _left.Length);
        _left.Span[..length].CopyTo(buffer);
        _left = _left[length..];
        return length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
