namespace TimeTracker.Domain;

/// <summary>The server's answer to a push that it has committed: a verdict for each operation, in their order.</summary>
/// <param name="Verdicts">The verdicts.</param>
public sealed record PushResponse(IReadOnlyList<OperationVerdict> Verdicts)
{
    /// <summary>The door for bytes that someone else wrote.</summary>
    public static Received<PushResponse> FromWire(ReadOnlyMemory<byte> json) => WireJson.Read(
        json,
        static root => new PushResponse(root.List("verdicts", WireLimits.PushOperationsMax, OperationVerdict.Read)));

    /// <summary>
    /// Whether it names the operations of a request, all of them and in their order: else it is no answer to it.
    /// </summary>
    public bool Answers(PushRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var asked = request.Operations.Select(operation => operation.Id);
        return Verdicts.Select(verdict => verdict.Operation).SequenceEqual(asked);
    }

    /// <summary>The message as it is sent.</summary>
    public byte[] ToWire() => WireJson.Write(writer =>
    {
        writer.WriteStartArray("verdicts");
        foreach (var verdict in Verdicts)
        {
            verdict.Write(writer);
        }

        writer.WriteEndArray();
    });
}
