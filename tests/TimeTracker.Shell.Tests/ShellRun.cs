using TimeTracker.TestKit;

namespace TimeTracker.Shell.Tests;

/// <summary>The shell in this process, with texts for its streams.</summary>
internal static class ShellRun
{
    public static ChildProcess Run(string input, params string[] arguments)
    {
        using var folder = new TemporaryFolder();
        return RunWith([SmallModule.WriteTo(folder.Path)], input, arguments);
    }

    public static ChildProcess Command(string text, string input = "") => Run(input, "-Command", text);

    public static ChildProcess RunWith(IReadOnlyList<string> manifests, string input, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = Shell.Run(arguments, new ShellConsole(new StringReader(input), output, errors), manifests);
        return new ChildProcess(code, Text(output), Text(errors));
    }

    private static string Text(StringWriter writer) => writer.ToString().ReplaceLineEndings("\n");
}
