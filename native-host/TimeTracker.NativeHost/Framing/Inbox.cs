using System.Diagnostics.CodeAnalysis;

namespace TimeTracker.NativeHost.Framing;

/// <summary>
/// What has arrived, in its order. A thread of its own reads ahead, so that the message loop can wait for a frame and for
/// a moment at once, and the end is seen although a reply is not read; a browser that sends too much has to wait.
/// </summary>
internal sealed class Inbox : IDisposable
{
    private const long ReadAheadBytesMax = 2 * 1024 * 1024;

    // What a frame costs beside its bytes: many small ones must not be free.
    private const int FrameBytes = 128;

    private readonly object _gate = new();
    private readonly Queue<Arrival> _arrivals = [];
    private readonly FrameReader _reader;
    private readonly Action _ended;
    private long _waitingBytes;
    private volatile bool _isClosed;

    /// <param name="reader">Read to its end.</param>
    /// <param name="ended">Called when it has come to it.</param>
    internal Inbox(FrameReader reader, Action ended)
    {
        (_reader, _ended) = (reader, ended);
        new Thread(ReadAll) { IsBackground = true, Name = "frames" }.Start();
    }

    /// <summary>The next arrival, if there is one within the time.</summary>
    internal bool TryTake(TimeSpan wait, [NotNullWhen(true)] out Arrival? arrival)
    {
        lock (_gate)
        {
            if (_arrivals.Count == 0)
            {
                Monitor.Wait(_gate, wait);
            }

            if (!_arrivals.TryDequeue(out arrival))
            {
                return false;
            }

            _waitingBytes -= BytesOf(arrival);
            Monitor.PulseAll(_gate);
            return true;
        }
    }

    /// <summary>Puts something in line, once there is room; dropped where nobody takes any more.</summary>
    internal void Post(Arrival arrival)
    {
        lock (_gate)
        {
            while (_waitingBytes > ReadAheadBytesMax && !_isClosed)
            {
                Monitor.Wait(_gate);
            }

            _arrivals.Enqueue(arrival);
            _waitingBytes += BytesOf(arrival);
            Monitor.PulseAll(_gate);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.PulseAll(_gate);
        }
    }

    private static long BytesOf(Arrival arrival) =>
        FrameBytes + (arrival is Arrival.Message(var bytes) ? bytes.LongLength : 0);

    private void ReadAll()
    {
        while (!_isClosed)
        {
            var arrival = _reader.Read();
            var isLast = arrival is not (Arrival.Message or Arrival.Empty);
            if (isLast)
            {
                _ended();
            }

            Post(arrival);
            if (isLast)
            {
                return;
            }
        }
    }
}
