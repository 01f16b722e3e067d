namespace TimeTracker.SyncServer.Storage;

/// <summary>The migrations that are built into the program.</summary>
internal static class SchemaText
{
    internal static string Read(string name)
    {
        using var stream = typeof(SchemaText).Assembly.GetManifestResourceStream(
            $"{typeof(SchemaText).Namespace}.Schema.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
