namespace TimeTracker.Domain;

/// <summary>The user's devices, the latest first, those shut out among them.</summary>
/// <param name="Devices">At most <see cref="DevicesMax"/>.</param>
public sealed record DevicesResponse(IReadOnlyList<EnrolledDevice> Devices)
{
    /// <summary>More devices than a list shows.</summary>
    public const int DevicesMax = 1000;

    /// <summary>The door for bytes that someone else wrote.</summary>
    public static Received<DevicesResponse> FromWire(ReadOnlyMemory<byte> json) => WireJson.Read(
        json, static root => new DevicesResponse(root.List("devices", DevicesMax, EnrolledDevice.Read)));

    /// <summary>The message as it is sent.</summary>
    public byte[] ToWire() => WireJson.Write(writer =>
    {
        writer.WriteStartArray("devices");
        foreach (var device in Devices)
        {
            device.Write(writer);
        }

        writer.WriteEndArray();
    });
}
