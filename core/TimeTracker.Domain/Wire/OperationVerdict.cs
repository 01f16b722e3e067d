using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>A verdict and the operation that it is of.</summary>
/// <param name="Operation">The operation's id.</param>
/// <param name="Verdict">What was decided.</param>
public sealed record OperationVerdict(OperationId Operation, Verdict Verdict)
{
    private const int ReasonCharactersMax = 1000;
    private const string AcceptedName = "accepted";
    private const string DuplicateName = "duplicate";
    private const string RejectedName = "rejected";

    internal static OperationVerdict Read(WireObject json) => new(
        json.Operation("op_id"),
        json.Text("verdict") switch
        {
            AcceptedName => new Verdict.Accepted(json.Number("feed_no", min: 1)),
            DuplicateName => new Verdict.Duplicate(json.Number("feed_no", min: 1)),
            RejectedName => new Verdict.Rejected(json.Text("code"), json.Text("reason", ReasonCharactersMax)),
            _ => throw json.Wrong("verdict", $"{AcceptedName}, {DuplicateName} or {RejectedName}"),
        });

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("op_id", Operation.Value);
        switch (Verdict)
        {
            case Verdict.Accepted(var feedNo):
                writer.WriteString("verdict", AcceptedName);
                writer.WriteNumber("feed_no", feedNo);
                break;
            case Verdict.Duplicate(var feedNo):
                writer.WriteString("verdict", DuplicateName);
                writer.WriteNumber("feed_no", feedNo);
                break;
            case Verdict.Rejected(var code, var reason):
                writer.WriteString("verdict", RejectedName);
                writer.WriteString("code", code);
                writer.WriteString("reason", reason);
                break;
            default:
                throw new InvalidOperationException($"{Verdict.GetType()} is no verdict");
        }

        writer.WriteEndObject();
    }
}
