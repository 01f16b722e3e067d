using TimeTracker.NativeHost.Framing;

namespace TimeTracker.NativeHost.Tests.Framing;

public sealed class FrameReaderTests
{
    [Fact]
    public void Frames_AreReadOneByOne_HoweverTheyArrive()
    {
        var reader = new FrameReader(new Trickle([.. Frames.Of("{}"), .. Frames.Of([]), .. Frames.Of("[1]")]));
        Assert.Equal("{}"u8.ToArray(), Assert.IsType<Arrival.Message>(reader.Read()).Bytes);
        Assert.IsType<Arrival.Empty>(reader.Read());
        Assert.Equal("[1]"u8.ToArray(), Assert.IsType<Arrival.Message>(reader.Read()).Bytes);
        Assert.IsType<Arrival.End>(reader.Read());
    }

    [Theory]
    [Trait("Fault", "49")]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void AFrameThatEndsEarly_IsTorn(int length) => Assert.IsType<Arrival.Torn>(
        new FrameReader(new MemoryStream(Frames.Of("{}")[..length])).Read());

    [Theory]
    [Trait("Fault", "49")]
    [InlineData(0, 1)]
    [InlineData(0, 3)]
    [InlineData(0xFF, 3)]
    public void AHeaderThatEndsEarly_IsTorn_WhateverLengthItBeginsWith(byte filler, int length)
    {
        var reader = new FrameReader(new MemoryStream([.. Enumerable.Repeat(filler, length)]));
        Assert.IsType<Arrival.Torn>(reader.Read());
    }

    [Theory]
    [Trait("Fault", "49")]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(5)]
    public void APipeThatFails_HasTornItsFrame(int length) => Assert.IsType<Arrival.Torn>(
        new FrameReader(new BrokenPipe(Frames.Of("{}")[..length])).Read());

    [Fact]
    public void TheLongestFrame_IsRead() => Assert.Equal(
        FrameReader.BytesMax,
        Assert.IsType<Arrival.Message>(new FrameReader(new MemoryStream(Frames.Of(new byte[FrameReader.BytesMax]))).Read()).Bytes.Length);

    [Theory]
    [Trait("Fault", "50")]
    [InlineData(FrameReader.BytesMax + 1)]
    [InlineData(int.MaxValue)]
    [InlineData(0x80000000)]
    [InlineData(uint.MaxValue)]
    public void ALongerFrame_IsNotReadAndNothingIsAllocatedForIt(uint length)
    {
        var stream = new MemoryStream([.. Frames.Header(length), 1, 2, 3]);
        var reader = new FrameReader(stream);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var arrival = reader.Read();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1024);
        Assert.Equal(length, Assert.IsType<Arrival.TooLong>(arrival).Length);
        Assert.Equal(Frames.HeaderBytes, stream.Position);
    }

    /// <summary>Fails where its bytes end.</summary>
    private sealed class BrokenPipe(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) =>
            base.Read(buffer) is > 0 and var read ? read : throw new IOException();
    }

    /// <summary>Gives one byte at a time, as a pipe may.</summary>
    private sealed class Trickle(byte[] bytes) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
    }
}
