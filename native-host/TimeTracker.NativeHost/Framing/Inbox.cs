using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace TimeTracker.NativeHost.Framing;

/// <summary>
/// What has arrived, in its order. A thread of its own reads ahead a few frames, so that the message loop can wait for a
/// frame and for a moment at once; a browser that sends more has to wait.
/// </summary>
internal sealed class Inbox : IDisposable
{
    private const int ReadAheadMax = 4;

    private readonly BlockingCollection<Arrival> _arrivals = new(ReadAheadMax);
    private readonly CancellationTokenSource _closed = new();
    private readonly FrameReader _reader;
    private readonly Action _ended;

    /// <param name="reader">Read to its end.</param>
    /// <param name="ended">Called when it has come to it.</param>
    internal Inbox(FrameReader reader, Action ended)
    {
        (_reader, _ended) = (reader, ended);
        new Thread(ReadAll) { IsBackground = true, Name = "frames" }.Start();
    }

    internal bool TryTake(TimeSpan wait, [NotNullWhen(true)] out Arrival? arrival) => _arrivals.TryTake(out arrival, wait);

    /// <summary>Puts something in line; dropped where nobody takes any more.</summary>
    internal void Post(Arrival arrival)
    {
        try
        {
            _arrivals.Add(arrival, _closed.Token);
        }
        catch (OperationCanceledException)
        {
            // The loop has ended.
        }
    }

    public void Dispose() => _closed.Cancel();

    private void ReadAll()
    {
        Arrival arrival;
        do
        {
            arrival = _reader.Read();
            if (arrival is not (Arrival.Message or Arrival.Empty))
            {
                _ended();
            }

            Post(arrival);
        }
        while (arrival is Arrival.Message or Arrival.Empty && !_closed.IsCancellationRequested);
    }
}
