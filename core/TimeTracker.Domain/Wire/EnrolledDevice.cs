using System.Text.Json;

namespace TimeTracker.Domain;

/// <summary>A device that was let in.</summary>
/// <param name="Enrolment">Its id in lists and when it is revoked.</param>
/// <param name="Name">What it called itself.</param>
/// <param name="Enrolled">When it was let in.</param>
/// <param name="Revoked">When it was shut out; null where it is let in still.</param>
/// <param name="IsAsking">Whether it is the one that asked for the list.</param>
public sealed record EnrolledDevice(Guid Enrolment, string Name, Instant Enrolled, Instant? Revoked, bool IsAsking)
{
    internal static EnrolledDevice Read(WireObject json) => new(
        json.Uuid("enrolment_id"),
        json.Text("name"),
        json.Instant("enrolled_utc"),
        json.Has("revoked_utc") ? json.Instant("revoked_utc") : null,
        json.Flag("asking"));

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("enrolment_id", Enrolment);
        writer.WriteString("name", Name);
        writer.WriteNumber("enrolled_utc", Enrolled.Microseconds);
        if (Revoked is { } revoked)
        {
            writer.WriteNumber("revoked_utc", revoked.Microseconds);
        }

        writer.WriteBoolean("asking", IsAsking);
        writer.WriteEndObject();
    }
}
