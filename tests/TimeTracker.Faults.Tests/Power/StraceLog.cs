using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TimeTracker.Faults.Tests.Power;

/// <summary>Reads what strace -f -y -xx wrote of a program's calls on its store.</summary>
internal static partial class StraceLog
{
    /// <summary>What to ask strace for.</summary>
    internal static string[] Recorder(string log) =>
        ["strace", "-f", "-qq", "-y", "-xx", "-s", "70000", "-o", log, "-e", "trace=pwrite64,write,fsync,fdatasync,ftruncate,unlink"];

    /// <summary>The calls on the store's two files, in the order in which they returned, with the acknowledgements.</summary>
    internal static List<SystemCall> Read(string log, string folder)
    {
        var calls = new List<SystemCall>();
        var begun = new Dictionary<string, string>();
        foreach (var line in File.ReadLines(log))
        {
            var (pid, text) = (line[..line.IndexOf(' ')], line[(line.IndexOf(' ') + 1)..].TrimStart());
            if (text.EndsWith("<unfinished ...>", StringComparison.Ordinal))
            {
                begun[pid] = text[..^"<unfinished ...>".Length];
                continue;
            }

            if (Resumed().Match(text) is { Success: true } resumed && begun.Remove(pid, out var start))
            {
                text = start + resumed.Groups[1].Value;
            }

            if (Call(text, folder) is { } call)
            {
                calls.Add(call);
            }
        }

        return calls;
    }

    private static SystemCall? Call(string text, string folder)
    {
        if (Shape().Match(text) is not { Success: true } match || match.Groups["result"].Value.StartsWith('-'))
        {
            return null;
        }

        var (name, path) = (match.Groups["name"].Value, Encoding.UTF8.GetString(Bytes(match.Groups["path"].Value)));
        var arguments = match.Groups["rest"].Value;
        if (name == "write")
        {
            var said = Encoding.UTF8.GetString(Data(arguments));
            return said.StartsWith("ack ", StringComparison.Ordinal) ? new("ack", said.Split(' ')[1], 0, []) : null;
        }

        if (Path.GetDirectoryName(path) != folder || Path.GetFileName(path) is not ("timetracker.db" or "timetracker.db-wal"))
        {
            return null;
        }

        return name switch
        {
            "pwrite64" => new(name, Path.GetFileName(path), Last(arguments), Data(arguments)),
            "ftruncate" => new(name, Path.GetFileName(path), Last(arguments), []),
            "fsync" or "fdatasync" => new("fsync", Path.GetFileName(path), 0, []),
            _ => new(name, Path.GetFileName(path), 0, []),
        };
    }

    private static byte[] Data(string arguments) =>
        Bytes(arguments[(arguments.IndexOf('"', StringComparison.Ordinal) + 1)..arguments.LastIndexOf('"')]);

    private static long Last(string arguments) =>
        long.Parse(arguments[(arguments.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);

    private static byte[] Bytes(string escaped) =>
        Convert.FromHexString(escaped.Replace("\\x", string.Empty, StringComparison.Ordinal));

    // fsync(64<\x2f…>) = 0, pwrite64(64<\x2f…>, "\x00…", 32, 0) = 32, unlink("\x2f…") = 0
    [GeneratedRegex("^(?<name>pwrite64|write|fsync|fdatasync|ftruncate|unlink)\\((?:\\d+<(?<path>[^>]*)>(?:\\(deleted\\))?|\"(?<path>[^\"]*)\")(?<rest>.*)\\)\\s+= (?<result>-?\\d+)")]
    private static partial Regex Shape();

    [GeneratedRegex(@"^<\.\.\. \w+ resumed>(.*)$")]
    private static partial Regex Resumed();
}
