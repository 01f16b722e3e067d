namespace TimeTracker.NativeHost.Requests;

/// <summary>Reads a value of a closed set by its exact name; numbers and lists of names are none.</summary>
internal static class Named
{
    internal static T? Of<T>(string name)
        where T : struct, Enum => Array.IndexOf(Enum.GetNames<T>(), name) is >= 0 and var at ? Enum.GetValues<T>()[at] : null;
}
