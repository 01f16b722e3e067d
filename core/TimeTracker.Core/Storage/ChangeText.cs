using System.Globalization;
using TimeTracker.Domain;
using TimeTracker.Sqlite;

namespace TimeTracker.Core.Storage;

/// <summary>Says in words what an operation says.</summary>
internal static class ChangeText
{
    /// <summary>All of it.</summary>
    internal static string Of(ISnapshot snapshot, OperationBody body) => string.Join(", ", Parts(snapshot, body));

    /// <summary>What it says of one field.</summary>
    internal static string Of(ISnapshot snapshot, OperationBody body, PatchFields field) => field switch
    {
        PatchFields.Removed => Of(snapshot, body.Fields.HasFlag(PatchFields.Removed) ? body.Only(field) : body),
        PatchFields.RunsOn => Of(snapshot, body.Only(PatchFields.Span)),
        _ => Of(snapshot, body.Only(field)),
    };

    private static IEnumerable<string> Parts(ISnapshot snapshot, OperationBody body) => body switch
    {
        OperationBody.OfEntry(_, var patch) => Parts(snapshot, patch),
        OperationBody.OfProject(_, var patch) =>
        [
            .. patch.Name.IsSet ? [$"name '{patch.Name.Value.Value}'"] : Array.Empty<string>(),
            .. Removed(patch.Removed),
        ],
        OperationBody.OfGap(_, var patch) => [patch.Answer.IsSet ? $"answer {patch.Answer.Value?.Kind.ToString() ?? "none"}" : "a gap"],
        OperationBody.NotUnderstood(_, var kind, var why) => [$"{kind}: {why}"],
        _ => [],
    };

    private static IEnumerable<string> Parts(ISnapshot snapshot, EntryPatch patch)
    {
        if (patch.Description.IsSet)
        {
            yield return $"description '{patch.Description.Value.Value}'";
        }

        if (patch.Span.IsSet)
        {
            yield return patch.Span.Value is EntrySpan.Closed closed
                ? $"{Local(closed.Start)} to {Local(closed.End)}"
                : $"running since {Local(patch.Span.Value.Start)}";
        }

        if (patch.Project.IsSet)
        {
            yield return patch.Project.Value is not { } project ? "no project"
                : ProjectTable.Find(snapshot, project) is { } known ? $"project '{known.Name.Value}'"
                : "a project not known here";
        }

        if (patch.Tags.IsSet)
        {
            yield return patch.Tags.Value.Count == 0 ? "no tags" : $"tags {string.Join(' ', patch.Tags.Value)}";
        }

        if (patch.Billable.IsSet)
        {
            yield return patch.Billable.Value ? "billable" : "not billable";
        }

        if (patch.Paused.IsSet)
        {
            yield return patch.Paused.Value ? "a break after it" : "no break after it";
        }

        foreach (var part in Removed(patch.Removed))
        {
            yield return part;
        }
    }

    private static string[] Removed(Field<bool> removed) =>
        removed.IsSet ? [removed.Value ? "removed" : "not removed"] : [];

    private static string Local(ZonedInstant instant) =>
        instant.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
