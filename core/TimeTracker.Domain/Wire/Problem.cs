namespace TimeTracker.Domain;

/// <summary>
/// Why a request had no effect, as application/problem+json (RFC 9457). The status says what a client does next; the
/// texts are for people.
/// </summary>
/// <param name="Type">Names the kind of problem for ever, such as urn:timetracker:chain-mismatch.</param>
/// <param name="Title">The kind in words.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Data">What it means for the data.</param>
/// <param name="Remedy">What to do.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Data, string Remedy)
{
    /// <summary>The content type of the message.</summary>
    public const string ContentType = "application/problem+json";

    private const int StatusMin = 400;
    private const int StatusMax = 599;
    private const int TextCharactersMax = 1000;

    /// <summary>The door for bytes that someone else wrote.</summary>
    public static Received<Problem> FromWire(ReadOnlyMemory<byte> json) => WireJson.Read(json, static root => new Problem(
        root.Text("type", TextCharactersMax),
        root.Text("title", TextCharactersMax),
        ReadStatus(root),
        root.Text("detail", TextCharactersMax),
        root.Text("data", TextCharactersMax),
        root.Text("remedy", TextCharactersMax)));

    /// <summary>The message as it is sent.</summary>
    public byte[] ToWire() => WireJson.Write(writer =>
    {
        writer.WriteString("type", Type);
        writer.WriteString("title", Title);
        writer.WriteNumber("status", Status);
        writer.WriteString("detail", Detail);
        writer.WriteString("data", Data);
        writer.WriteString("remedy", Remedy);
    });

    private static int ReadStatus(WireObject json) =>
        json.Number("status", StatusMin) is var status && status <= StatusMax
            ? (int)status
            : throw json.Wrong("status", "the status of a failure");
}
