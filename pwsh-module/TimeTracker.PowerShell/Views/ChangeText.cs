using TimeTracker.Core;
using TimeTracker.Domain;

namespace TimeTracker.PowerShell.Views;

/// <summary>How changes of entries read, field by field and in one line.</summary>
internal static class ChangeText
{
    /// <summary>The fields that differ, each with its value before and after.</summary>
    internal static IReadOnlyList<TtFieldChange> Fields(EntryChange change)
    {
        var (before, after) = (change.Before, change.After);
        var fields = new[]
        {
            new TtFieldChange("Description", before?.Entry.Description.Value, after.Entry.Description.Value),
            new TtFieldChange("Project", before?.Project, after.Project),
            new TtFieldChange("Tags", Tags(before), Tags(after)),
            new TtFieldChange("Billable", before?.Entry.Billable.ToString(), after.Entry.Billable.ToString()),
            new TtFieldChange("Start", Start(before), Start(after)),
            new TtFieldChange("End", End(before), End(after)),
            new TtFieldChange("State", State(before), State(after)),
        };
        return [.. fields.Where(field => field.Before != field.After
            && !(before is null && field is { Name: "Billable", After: "False" }))];
    }

    /// <summary>What changed of a project.</summary>
    internal static IReadOnlyList<TtFieldChange> Fields(Project? before, Project after) =>
    [
        .. before?.Name.Value == after.Name.Value
            ? Array.Empty<TtFieldChange>() : [new TtFieldChange("Project name", before?.Name.Value, after.Name.Value)],
        .. (before?.Removed ?? false) == after.Removed
            ? Array.Empty<TtFieldChange>() : [new TtFieldChange("State", null, after.Removed ? "Removed" : "In use")],
    ];

    /// <summary>All changes in one line, for the question whether to make them.</summary>
    internal static string Line(IReadOnlyList<EntryChange> changes) => string.Join("; ", changes.Select(Line));

    private static string Line(EntryChange change) => change switch
    {
        { Before: null } => $"adds '{change.After.Entry.Description}' ({Span(change.After)})",
        { After.Entry.IsLive: false, Before.Entry.IsLive: true } =>
            $"removes '{change.Before.Entry.Description}' ({Span(change.Before)})",
        { Before.Entry.IsLive: false, After.Entry.IsLive: true } =>
            $"brings back '{change.After.Entry.Description}' ({Span(change.After)})",
        _ => $"changes '{change.Before.Entry.Description}': " + string.Join(", ", Fields(change).Select(field =>
            $"{field.Name} {field.Before ?? "(none)"} -> {field.After ?? "(none)"}")),
    };

    private static string Span(EntryView view) => $"{Start(view)} to {End(view) ?? "now"}";

    private static string? Tags(EntryView? view) => view is { Entry.Tags.Count: > 0 } ? view.Entry.Tags.ToString() : null;

    private static string? Start(EntryView? view) =>
        view is null ? null : ViewText.Instant(view.Entry.Span.Start.ToDateTimeOffset());

    private static string? End(EntryView? view) =>
        view?.Entry.Span is EntrySpan.Closed closed ? ViewText.Instant(closed.End.ToDateTimeOffset()) : null;

    private static string? State(EntryView? view) => view is null ? null : TtEntry.StateOf(view.Entry).ToString();
}
