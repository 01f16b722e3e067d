using System.Text;

namespace TimeTracker.PowerShell;

/// <summary>The lines that put the timer before a person's prompt, and whether a profile has them.</summary>
internal static class ProfileChange
{
    private const string Begin = "# >>> TimeTracker's prompt >>>";

    // The prompt that there was is kept and called; reading the profile again wraps nothing twice.
    internal static string Lines { get; } = string.Join(Environment.NewLine,
        Begin,
        "Import-Module TimeTracker",
        "if (\"$function:prompt\" -notlike '*TtPromptBefore*') {",
        "    $global:TtPromptBefore = $function:prompt",
        "    function global:prompt { \"$(Write-TtPrompt)$(& $global:TtPromptBefore)\" }",
        "}",
        "# <<< TimeTracker's prompt <<<",
        string.Empty);

    internal static bool IsIn(string path) =>
        File.Exists(path) && File.ReadAllText(path).Contains(Begin, StringComparison.Ordinal);

    /// <summary>Appends the lines in the encoding that the file has; what stands in it stays as it is.</summary>
    internal static void AppendTo(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var text = File.Exists(path) ? Read(path, out var encoding) : Read(encoding: out encoding);
        var separator = text.Length == 0 || text.EndsWith('\n') ? string.Empty : Environment.NewLine;
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write);
        stream.Write(encoding.GetBytes(separator + Lines));
        stream.Flush(flushToDisk: true);
    }

    private static string Read(string path, out Encoding encoding)
    {
        using var reader = new StreamReader(path, new UTF8Encoding(false), detectEncodingFromByteOrderMarks: true);
        var text = reader.ReadToEnd();
        encoding = reader.CurrentEncoding;
        return text;
    }

    private static string Read(out Encoding encoding)
    {
        encoding = new UTF8Encoding(false);
        return string.Empty;
    }
}
