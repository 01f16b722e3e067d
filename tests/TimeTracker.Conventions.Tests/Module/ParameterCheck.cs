namespace TimeTracker.Conventions.Tests.Module;

/// <summary>Finds what a parameter does otherwise than those of its kind do.</summary>
internal static class ParameterCheck
{
    // What the store knows, Tab offers; elsewhere a name is typed that the store cannot know.
    private static readonly string[] Completed =
        ["Project", "Tag", "EntryId", "QuestionId", "OperationId", "Description", "Text", "AssignTo"];

    internal static IEnumerable<string> Violations(CmdletShape cmdlet, ParameterShape parameter)
    {
        if (IsCompleted(cmdlet, parameter) && !parameter.Attributes.Contains("ArgumentCompleterAttribute"))
        {
            yield return $"{cmdlet.Name} -{parameter.Name}: Tab offers nothing";
        }

        if (Reader(parameter.Type) is { } reader && !parameter.Attributes.Contains(reader))
        {
            yield return $"{cmdlet.Name} -{parameter.Name}: is not read as people type it, with {reader}";
        }
    }

    private static bool IsCompleted(CmdletShape cmdlet, ParameterShape parameter) =>
        Completed.Contains(parameter.Name)
        || (parameter.Name is "Name" or "NewName" && cmdlet.Noun is "TtProject" or "TtTag");

    private static string? Reader(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) == typeof(DateTimeOffset) ? "TtTimeAttribute"
        : (Nullable.GetUnderlyingType(type) ?? type) == typeof(TimeSpan) ? "TtAmountAttribute"
        : null;
}
