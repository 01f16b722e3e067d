namespace TimeTracker.Domain;

/// <summary>The device is let in.</summary>
/// <param name="Enrolment">Names the device in lists and when it is revoked; it is not a <see cref="DeviceId"/>.</param>
/// <param name="User">Whose feed it reads and writes.</param>
/// <param name="Token">What it sends from now on as its bearer token. The server keeps no copy; keep it private.</param>
public sealed record EnrolResponse(Guid Enrolment, string User, string Token)
{
    /// <summary>The door for bytes that someone else wrote.</summary>
    public static Received<EnrolResponse> FromWire(ReadOnlyMemory<byte> json) => WireJson.Read(
        json, static root => new EnrolResponse(root.Uuid("enrolment_id"), root.Text("user"), root.Text("token")));

    /// <summary>The message as it is sent.</summary>
    public byte[] ToWire() => WireJson.Write(writer =>
    {
        writer.WriteString("enrolment_id", Enrolment);
        writer.WriteString("user", User);
        writer.WriteString("token", Token);
    });

    /// <summary>Without the token, which has no place in a log.</summary>
    public override string ToString() => $"{nameof(EnrolResponse)} {{ Enrolment = {Enrolment}, User = {User} }}";
}
