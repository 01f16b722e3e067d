using System.Text;

namespace TimeTracker.Shell;

/// <summary>The program's three streams, and which of them is a terminal.</summary>
internal sealed class ShellConsole(TextReader input, TextWriter output, TextWriter errors)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public TextReader Input { get; } = input;

    public TextWriter Output { get; } = output;

    public TextWriter Errors { get; } = errors;

    public bool InputIsTerminal { get; private init; }

    public bool OutputIsTerminal { get; private init; }

    public bool ErrorsAreTerminal { get; private init; }

    /// <summary>
    /// True where escape sequences are known to be understood. An old Windows console prints them as they are, and
    /// only Windows Terminal says that it is another.
    /// </summary>
    public static bool UnderstandsEscapes { get; } = OperatingSystem.IsWindows()
        ? Environment.GetEnvironmentVariable("WT_SESSION") is { Length: > 0 }
        : Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>Where a question is put: where the person sees it, and never into redirected results.</summary>
    public TextWriter Questions => OutputIsTerminal ? Output : Errors;

    /// <summary>
    /// The process's own streams. What is redirected is UTF-8 without a byte order mark on every system: files and
    /// pipes outlive the console's code page.
    /// </summary>
    public static ShellConsole Open()
    {
        var input = Console.IsInputRedirected
            ? new StreamReader(Console.OpenStandardInput(), Utf8)
            : Console.In;
        var output = Console.IsOutputRedirected ? Redirected(Console.OpenStandardOutput()) : Console.Out;
        var errors = Console.IsErrorRedirected ? Redirected(Console.OpenStandardError()) : Console.Error;
        return new ShellConsole(input, output, errors)
        {
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorsAreTerminal = !Console.IsErrorRedirected,
        };
    }

    private static StreamWriter Redirected(Stream stream) => new(stream, Utf8) { AutoFlush = true };
}
