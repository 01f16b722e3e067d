namespace TimeTracker.NativeHost.Install;

/// <summary>Files that others read while they are replaced: the old one or the new one, never a part.</summary>
internal static class WholeFile
{
    /// <summary>Writes the text, unless the file holds it already. Says whether it did.</summary>
    internal static bool Write(string path, string text)
    {
        if (File.Exists(path) && File.ReadAllText(path) == text)
        {
            return false;
        }

        Put(path, draft => File.WriteAllText(draft, text));
        return true;
    }

    /// <summary>Copies a file, over one that may be running.</summary>
    internal static void Copy(string from, string to) => Put(to, draft => File.Copy(from, draft));

    private static void Put(string path, Action<string> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var draft = $"{path}.{Environment.ProcessId}.new";
        try
        {
            write(draft);
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
