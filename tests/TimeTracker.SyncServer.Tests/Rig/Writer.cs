using System.Text;
using TimeTracker.Domain;

namespace TimeTracker.SyncServer.Tests.Rig;

/// <summary>A device that numbers what it says.</summary>
internal sealed class Writer(int number)
{
    private PushOperation? _last;

    internal DeviceId Device { get; } = new(new Guid($"018f0000-0000-7000-8000-00000000d{number:x3}"));

    internal FeedCursor Cursor { get; set; }

    internal static OperationId Id(int writer, long number) =>
        OperationId.FromMinted(new Guid($"018f0000-0000-7000-{writer:x4}-{number:x10}01"));

    internal static Payload Text(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>The next operation, of an id and a content that nobody else has unless told otherwise.</summary>
    internal PushOperation Next(OperationId? id = null, Payload? payload = null)
    {
        var seq = (_last?.Seq ?? 0) + 1;
        return _last = new(id ?? Id(number, seq), seq, _last?.Id, Cursor.FeedNo, false, payload ?? Text($"{number}:{seq}"));
    }

    internal PushRequest Push(params PushOperation[] operations) => new(Device, Cursor, operations);

    internal PushRequest PushNext(int count) => Push([.. Enumerable.Range(0, count).Select(_ => Next())]);
}
