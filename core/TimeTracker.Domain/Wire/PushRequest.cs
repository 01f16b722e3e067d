namespace TimeTracker.Domain;

/// <summary>
/// What a device wants appended to its user's feed: 1 to <see cref="WireLimits.PushOperationsMax"/> operations in the
/// order of their numbers, each made by someone who had seen no more than the cursor.
/// </summary>
public sealed record PushRequest
{
    /// <summary>Checks the operations against each other and against the cursor.</summary>
    /// <exception cref="ArgumentException">They are no push; the message says why.</exception>
    public PushRequest(DeviceId device, FeedCursor cursor, IReadOnlyList<PushOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        if (Fault(cursor, operations) is { } fault)
        {
            throw new ArgumentException(fault, nameof(operations));
        }

        (Device, Cursor, Operations) = (device, cursor, operations);
    }

    /// <summary>The writing identity that numbers the operations.</summary>
    public DeviceId Device { get; }

    /// <summary>How far the device has pulled.</summary>
    public FeedCursor Cursor { get; }

    /// <summary>The operations, their numbers rising.</summary>
    public IReadOnlyList<PushOperation> Operations { get; }

    /// <summary>The door for bytes that someone else wrote.</summary>
    public static Received<PushRequest> FromWire(ReadOnlyMemory<byte> json) => WireJson.Read(json, static root =>
    {
        var device = new DeviceId(root.Uuid("device_id"));
        var cursor = FeedCursor.Read(root.Object("cursor"));
        var operations = root.List("ops", WireLimits.PushOperationsMax, PushOperation.Read);
        return Fault(cursor, operations) is { } fault
            ? throw root.Refused(fault)
            : new PushRequest(device, cursor, operations);
    });

    /// <summary>The message as it is sent.</summary>
    public byte[] ToWire() => WireJson.Write(writer =>
    {
        writer.WriteString("device_id", Device.Value);
        Cursor.Write(writer, "cursor");
        writer.WriteStartArray("ops");
        foreach (var operation in Operations)
        {
            operation.Write(writer);
        }

        writer.WriteEndArray();
    });

    private static string? Fault(FeedCursor cursor, IReadOnlyList<PushOperation> operations)
    {
        if (operations.Count is 0 or > WireLimits.PushOperationsMax)
        {
            return $"ops has {operations.Count} items, not 1 to {WireLimits.PushOperationsMax}";
        }

        for (var index = 0; index < operations.Count; index++)
        {
            var operation = operations[index];
            if (operation.Seq < 1 || (index > 0 && operation.Seq <= operations[index - 1].Seq))
            {
                return $"ops[{index}].seq does not rise from 1";
            }

            if ((operation.Seq == 1) != (operation.Previous is null))
            {
                return $"ops[{index}].prev_op_id is missing, or stands at the first number";
            }

            if (operation.Seen > cursor.FeedNo)
            {
                return $"ops[{index}].seen is beyond the cursor";
            }
        }

        return null;
    }
}
