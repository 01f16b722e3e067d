namespace TimeTracker.Domain;

/// <summary>Asks to be let in as a device of the user who was given the code.</summary>
/// <param name="Code">The one-time code, as it was shown; case and dashes do not matter.</param>
/// <param name="Name">What to call the device in lists: see <see cref="WireText.IsName"/>.</param>
public sealed record EnrolRequest(string Code, string Name)
{
    /// <summary>The door for bytes that someone else wrote.</summary>
    public static Received<EnrolRequest> FromWire(ReadOnlyMemory<byte> json) => WireJson.Read(
        json, static root => new EnrolRequest(root.Text("code"), root.Text("name")));

    /// <summary>The message as it is sent.</summary>
    public byte[] ToWire() => WireJson.Write(writer =>
    {
        writer.WriteString("code", Code);
        writer.WriteString("name", Name);
    });

    /// <summary>Without the code, which has no place in a log.</summary>
    public override string ToString() => $"{nameof(EnrolRequest)} {{ Name = {Name} }}";
}
